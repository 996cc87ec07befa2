namespace Muster.Cluster.Streams;

/// <summary>
/// How fresh content is: the moment at which the database was last asked for a position that has been applied since.
/// <see cref="At"/> is safe for any thread.
/// </summary>
internal sealed class Freshness
{
    private const int MaxOpen = 16;
    private const long Never = long.MinValue;

    private readonly List<(long AskedAt, ScopePosition Position)> _open = [];
    private long _at = Never;

    public long? At => Interlocked.Read(ref _at) is var at and not Never ? at : null;

    public void Asked(long askedAt, ScopePosition answer, ScopePosition applied)
    {
        // A later answer that is lower: what the earlier one told of is lost, and would be waited for in vain.
        _open.RemoveAll(open => open.AskedAt < askedAt
            && open.Position.Timeline == answer.Timeline && open.Position > answer);
        if (_open.Count < MaxOpen)
        {
            _open.Add((askedAt, answer));
        }

        Applied(applied);
    }

    public void Applied(ScopePosition position)
    {
        foreach (var (askedAt, told) in _open)
        {
            // A position of an older timeline is what a database says that is no longer the primary.
            if (told <= position && told.Timeline == position.Timeline)
            {
                Interlocked.Exchange(ref _at, Math.Max(_at, askedAt));
            }
        }

        _open.RemoveAll(open => open.Position <= position);
    }
}
