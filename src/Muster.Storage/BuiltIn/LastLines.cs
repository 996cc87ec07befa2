namespace Muster.Storage.BuiltIn;

/// <summary>The newest lines of an endless output. Safe for one writer and any reader.</summary>
internal sealed class LastLines
{
    private const int Kept = 12;

    private readonly Queue<string> _lines = new();
    private readonly Lock _lock = new();

    public static string Of(string text)
    {
        var last = new LastLines();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            last.Add(line);
        }

        return last.ToString();
    }

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Kept)
            {
                _lines.Dequeue();
            }
        }
    }

    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join(" | ", _lines);
        }
    }
}
