using Muster.Cluster.Streams;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Server.Agreement;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>
/// Published schedules as agents read them: the days around now from memory while this node is current, others from the
/// database.
/// </summary>
public sealed class ScheduleCache(ClusterParts cluster, ScheduleStore store)
{
    /// <summary>The newest that this node knows; null before it was first loaded.</summary>
    public ScopeSnapshot<LiveSchedules>? Known => cluster.Schedules.Current;

    /// <summary>An agent's days <c>[from, to)</c>, and the version of the schedules they are of.</summary>
    public async Task<(long Version, IReadOnlyList<AgentDay> Days)> DaysAsync(
        AgentId agent, LocalDate from, LocalDate to, CancellationToken token)
    {
        if (cluster.Node.IsCurrent(ScheduleStore.Scope) && Known is { } known && known.Content.Holds(from, to))
        {
            return (known.Position.Version,
                [.. known.Content.Of(agent).Where(day => day.Day >= from && day.Day < to)]);
        }

        return await store.ReadAsync(agent, from, to, token);
    }
}
