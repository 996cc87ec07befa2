using System.Collections.Concurrent;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Server.Agreement;
using Muster.Server.People;
using Muster.Storage.People;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>
/// Which planning groups each agent of a business unit can serve. Kept while neither people nor organization change:
/// details of agents are long. Safe for many threads.
/// </summary>
public sealed class ServingAgents(AgentStore agents, ClusterParts cluster)
{
    private readonly ConcurrentDictionary<BusinessUnitId, Kept> _kept = new();

    /// <param name="groups">The unit's.</param>
    /// <returns>Groups as indices; agents who can serve none are not there.</returns>
    public async Task<IReadOnlyDictionary<AgentId, IReadOnlyList<int>>> ReadAsync(
        (OrganizationSnapshot Known, BusinessUnit Unit) of, IReadOnlyList<PlanningGroup> groups, LocalDate date,
        CancellationToken token)
    {
        // Before they are read: what is read after it is at least as new.
        var people = cluster.Node.Positions.GetValueOrDefault(PeopleScope.Name);
        if (_kept.TryGetValue(of.Unit.Id, out var kept) && kept.People == people && people.Timeline > 0
            && ReferenceEquals(kept.Known, of.Known) && kept.Date == date)
        {
            return kept.Groups;
        }

        var found = new Dictionary<AgentId, IReadOnlyList<int>>();
        foreach (var unit in of.Known.ManagementUnits.All.Where(unit => unit.BusinessUnitId == of.Unit.Id))
        {
            foreach (var agent in await agents.ListOfUnitAsync(unit.Id, token))
            {
                var served = groups.Index().Where(group => agent.CanServe(group.Item)).Select(group => group.Index);
                if (agent.RemovedAt is null && agent.Employment.IsActiveOn(date) && served.Any())
                {
                    found[agent.Id] = [.. served];
                }
            }
        }

        _kept[of.Unit.Id] = new Kept(people, of.Known, date, found);
        return found;
    }

    private sealed record Kept(
        ScopePosition People, OrganizationSnapshot Known, LocalDate Date,
        IReadOnlyDictionary<AgentId, IReadOnlyList<int>> Groups);
}
