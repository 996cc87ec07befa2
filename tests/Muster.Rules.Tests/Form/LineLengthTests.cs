namespace Muster.Rules.Tests.Form;

/// <summary>Two files fit side by side.</summary>
public sealed class LineLengthTests
{
    private const int Limit = 120;

    [Fact]
    public void Lines_are_not_too_long()
    {
        Rule.Holds(SourceTree.Repository.Texts(".cs").SelectMany(Find), "break the line.");
    }

    [Fact]
    public void A_planted_long_line_is_caught()
    {
        var words = new string('x', 58);
        var address = $"https://{words}{words}{words}";
        var file = new TextFile("src/M/A.cs", $"// {words} {words}\n// {words}  {words}\n// {address}");

        Rule.Catches(Find(file), "src/M/A.cs:2");
    }

    internal static IEnumerable<Violation> Find(TextFile file)
    {
        return file.Lines()
            .Where(line => line.Text.Length > Limit && CanBreak(line.Text))
            .Select(line => file.At(line.Number, $"{line.Text.Length} characters, at most {Limit}."));
    }

    /// <summary>An address alone on its line has no place to break.</summary>
    private static bool CanBreak(string line) => line.TrimStart(' ', '/', '*').Contains(' ');
}
