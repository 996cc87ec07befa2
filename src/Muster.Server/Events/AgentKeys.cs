using Muster.Cluster.Streams;
using Muster.Storage;
using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>
/// Whom sources mean, remembered as long as the people are at the same version. Used by one task at a time.
/// </summary>
public sealed class AgentKeys(AgentKeyStore store)
{
    private const int Most = 1_000_000;

    private readonly Dictionary<AgentKey, (Guid Agent, bool IsOne)> _known = [];
    private ScopePosition _version;

    /// <summary>Makes sure that these are known as of this version, which was read in the same transaction.</summary>
    public async Task LearnAsync(
        WriteTransaction transaction, IReadOnlySet<AgentKey> keys, ScopePosition version, CancellationToken token)
    {
        if (version != _version || _known.Count > Most)
        {
            _known.Clear();
            _version = version;
        }

        AgentKey[] missing = [.. keys.Where(key => !_known.ContainsKey(key))];
        if (missing.Length == 0)
        {
            return;
        }

        foreach (var found in (await store.FindAsync(transaction, missing, token)).GroupBy(match => match.Key))
        {
            var rank = found.Min(match => match.Rank);
            Guid[] agents = [.. found.Where(match => match.Rank == rank).Select(match => match.Agent).Distinct()];
            _known[found.Key] = (agents[0], agents.Length == 1);
        }
    }

    /// <returns>The agent, and whether nobody else is meant; null when nobody goes by it.</returns>
    public (Guid Agent, bool IsOne)? Find(AgentKey key) => _known.TryGetValue(key, out var found) ? found : null;
}
