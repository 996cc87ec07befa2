using System.Collections.Concurrent;

namespace Muster.Server.Live;

/// <summary>How many live sockets a caller has open on this node. Safe for many threads.</summary>
public sealed class LiveSeats
{
    public const int Most = 64;

    private readonly ConcurrentDictionary<Guid, int> _taken = new();

    /// <returns>False when the caller has as many as it may.</returns>
    public bool TryTake(Guid caller)
    {
        if (_taken.AddOrUpdate(caller, 1, (_, taken) => taken + 1) <= Most)
        {
            return true;
        }

        Leave(caller);
        return false;
    }

    public void Leave(Guid caller)
    {
        if (_taken.AddOrUpdate(caller, 0, (_, taken) => taken - 1) <= 0)
        {
            _taken.TryRemove(KeyValuePair.Create(caller, 0));
        }
    }
}
