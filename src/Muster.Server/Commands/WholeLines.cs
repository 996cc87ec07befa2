using System.Text;

namespace Muster.Server.Commands;

/// <summary>
/// Passes on whole lines only. Text is put together from pieces, and the log writes to the same pipe: a line of the one
/// must not end in the middle of a line of the other. For one thread at a time.
/// </summary>
public sealed class WholeLines(TextWriter inner) : TextWriter
{
    private readonly StringBuilder _begun = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        _begun.Append(value);
        if (value == '\n')
        {
            Flush();
        }
    }

    public override void Write(string? value)
    {
        _begun.Append(value);
        if (value?.Contains('\n', StringComparison.Ordinal) == true)
        {
            Flush();
        }
    }

    public override void Flush()
    {
        inner.Write(_begun.ToString());
        _begun.Clear();
        inner.Flush();
    }
}
