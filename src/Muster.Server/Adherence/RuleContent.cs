using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Storage.Adherence;

namespace Muster.Server.Adherence;

/// <summary>How a node follows the adherence rules: all are in memory, and the units that changed are read.</summary>
public sealed class RuleContent(RuleStore store) : IScopeContent<RuleBook>
{
    public async Task<ScopeSnapshot<RuleBook>> LoadAsync(CancellationToken token)
    {
        var loaded = await store.LoadAsync(token);
        return new ScopeSnapshot<RuleBook>(loaded.Position, RuleBook.Empty.WithNewer(loaded.Content));
    }

    public async ValueTask<RuleBook> ApplyAsync(RuleBook content, ScopeDelta delta, CancellationToken token)
    {
        var units = delta.Changes.Where(change => change.Entity == RuleStore.Entity)
            .Select(change => Guid.Parse(change.Id)).ToHashSet();
        var (timeline, rows) = await store.ReadAsync(units, token);
        return timeline == delta.Position.Timeline
            ? content.WithNewer(rows)
            : throw new StoreAwayException(
                $"Adherence rules were read on timeline {timeline} for changes of {delta.Position}: "
                    + "it is another database.");
    }

    public long? VersionOf(RuleBook content, string entity, string id) =>
        entity == RuleStore.Entity && Guid.TryParse(id, out var unit)
            && content.Of(new BusinessUnitId(unit)) is { Version: > 0 and var version }
            ? version
            : null;
}
