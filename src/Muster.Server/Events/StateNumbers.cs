using Muster.Storage;
using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>Numbers of states and reason codes, remembered once committed. Used by one task at a time.</summary>
public sealed class StateNumbers(EventStateStore store)
{
    /// <summary>The most states of a source.</summary>
    public const int Most = 2_000;

    private readonly Dictionary<(int Source, string State, string Reason), int> _known = [];
    private readonly Dictionary<(int Source, string State, string Reason), int> _fresh = [];

    public int? Find(int source, EventLine line) =>
        _known.TryGetValue((source, line.State, line.Reason), out var known) ? known
        : _fresh.TryGetValue((source, line.State, line.Reason), out var fresh) ? fresh : null;

    /// <summary>Numbers what is not known of these lines.</summary>
    public async Task LearnAsync(
        WriteTransaction transaction, int source, IEnumerable<EventLine> lines, CancellationToken token)
    {
        HashSet<(string, string)> missing =
            [.. lines.Where(line => Find(source, line) is null).Select(line => (line.State, line.Reason))];
        if (missing.Count == 0)
        {
            return;
        }

        foreach (var state in await store.NumberAsync(transaction, source, missing, Most, token))
        {
            _fresh[(source, state.State, state.Reason)] = state.Id;
        }
    }

    public void Commit()
    {
        foreach (var (key, number) in _fresh)
        {
            _known[key] = number;
        }

        _fresh.Clear();
    }

    /// <summary>What was numbered in a transaction that did not commit is forgotten.</summary>
    public void RollBack() => _fresh.Clear();
}
