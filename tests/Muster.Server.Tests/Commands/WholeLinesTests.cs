using Muster.Server.Commands;

namespace Muster.Server.Tests.Commands;

public sealed class WholeLinesTests
{
    [Fact]
    public void A_line_put_together_from_pieces_is_passed_on_as_one()
    {
        var passed = new List<string>();
        using var lines = new WholeLines(new Recorder(passed));

        lines.Write("Muster is at ");
        lines.Write("http://a");
        Assert.Empty(passed);
        lines.Write('.');
        lines.Write("\n");

        Assert.Equal(["Muster is at http://a.\n"], passed);
    }

    [Fact]
    public void What_has_no_end_is_passed_on_when_flushed()
    {
        var passed = new List<string>();
        using var lines = new WholeLines(new Recorder(passed));

        lines.Write("so far");
        lines.Flush();

        Assert.Equal(["so far"], passed);
    }

    private sealed class Recorder(List<string> passed) : StringWriter
    {
        public override void Write(string? value) => passed.Add(value!);
    }
}
