namespace Muster.Cluster.Streams;

/// <summary>
/// How fresh content is: the moment at which the database was last asked for a position that has been applied since.
/// <see cref="At"/> is safe for any thread.
/// </summary>
internal sealed class Freshness
{
    private const int MaxOpen = 16;
    private const long Never = long.MinValue;

    private readonly Queue<(long AskedAt, ScopePosition Position)> _open = new();
    private long _at = Never;

    public long? At => Interlocked.Read(ref _at) is var at and not Never ? at : null;

    public void Asked(long askedAt, ScopePosition answer, ScopePosition applied)
    {
        if (_open.Count < MaxOpen)
        {
            _open.Enqueue((askedAt, answer));
        }

        Applied(applied);
    }

    public void Applied(ScopePosition position)
    {
        while (_open.TryPeek(out var first) && first.Position <= position)
        {
            // A position of an older timeline is what a database says that is no longer the primary.
            if (first.Position.Timeline == position.Timeline)
            {
                Interlocked.Exchange(ref _at, Math.Max(_at, first.AskedAt));
            }

            _open.Dequeue();
        }
    }
}
