using System.Collections.Immutable;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>
/// Content of the simulation: entities by id, each only its version. Half of it reads what has changed.
/// </summary>
internal sealed class SimContent(SimDatabase database, SimProcess process, ScopeName scope, bool reads)
    : IScopeContent<ImmutableDictionary<string, long>>
{
    public Task<ScopeSnapshot<ImmutableDictionary<string, long>>> LoadAsync(CancellationToken token) =>
        database.CallAsync(process, () => database.Content(scope));

    public async ValueTask<ImmutableDictionary<string, long>> ApplyAsync(
        ImmutableDictionary<string, long> content, ScopeDelta delta, CancellationToken token)
    {
        var timeline = delta.Position.Timeline;
        foreach (var change in delta.Changes)
        {
            var version = reads
                ? await database.CallAsync(process, () => database.EntityVersion(scope, change.Id, timeline))
                : change.EntityVersion;
            if (version > content.GetValueOrDefault(change.Id))
            {
                content = content.SetItem(change.Id, version);
            }
        }

        return content;
    }

    public long? VersionOf(ImmutableDictionary<string, long> content, string entity, string id) =>
        content.TryGetValue(id, out var version) ? version : null;
}
