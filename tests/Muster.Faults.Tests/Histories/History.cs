namespace Muster.Faults.Tests.Histories;

/// <summary>
/// What was written and read, in the order of one clock. A read is wrong when it shows less than what had been reported
/// as applied before it was asked, or more than what had been written when it was answered.
/// </summary>
internal sealed class History
{
    private readonly Lock _lock = new();
    private readonly List<(long Begun, long? Reported)> _writes = [(long.MinValue, long.MinValue)];
    private readonly List<Read> _reads = [];

    /// <summary>How many reads there are.</summary>
    public int Reads => _reads.Count;

    private static long Now => TimeProvider.System.GetTimestamp();

    /// <summary>The number of the next write, from 1 on.</summary>
    public int BeginWrite()
    {
        lock (_lock)
        {
            _writes.Add((Now, null));
            return _writes.Count - 1;
        }
    }

    /// <summary>It was answered that all nodes have it.</summary>
    public void Report(int write)
    {
        lock (_lock)
        {
            _writes[write] = (_writes[write].Begun, Now);
        }
    }

    public long BeginRead() => Now;

    /// <param name="asked">From <see cref="BeginRead"/>.</param>
    /// <param name="shown">Which writes the answer can show; a register of few values shows several.</param>
    public void EndRead(string node, long asked, Func<int, bool> shown)
    {
        lock (_lock)
        {
            _reads.Add(new Read(node, asked, Now, shown));
        }
    }

    /// <summary>The reads that are wrong, in words.</summary>
    public IReadOnlyList<string> Faults() => [.. _reads.Select(Judge).OfType<string>()];

    private string? Judge(Read read)
    {
        var floor = _writes.FindLastIndex(write => write.Reported < read.Asked);
        var ceiling = _writes.FindLastIndex(write => write.Begun < read.Answered);
        var found = Enumerable.Range(0, _writes.Count).Where(read.Shows).ToList();
        return found.Any(write => write >= floor && write <= ceiling)
            ? null
            : $"{read.Node} showed one of {string.Join(", ", found)}; {floor} had been reported as applied, "
                + $"{ceiling} was the last written.";
    }

    private sealed record Read(string Node, long Asked, long Answered, Func<int, bool> Shows);
}
