using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Server.Organization;
using Muster.Server.People;
using Muster.Storage.People;
using Muster.Storage.Synchronization;
using NodaTime;

namespace Muster.Server.Api.People;

/// <summary>Reads agents for whoever may see them.</summary>
public sealed class PeopleReading(
    PeopleStore people, AgentStore agents, AgentEventStore events, SourceStore sources, OrganizationCache cache,
    TimeProvider time)
{
    private const int DefaultLimit = 100;

    public async Task<AgentListView> ListAsync(PeopleQuery asked, Caller caller, CancellationToken token)
    {
        var organization = await cache.CurrentAsync(token);
        var filter = asked.Filter(Today(null, organization), new PeopleAccess(caller, organization).Units);
        var offset = asked.Offset ?? 0;
        var found = await people.ListAsync(filter, offset, asked.Limit ?? DefaultLimit, token);
        var known = await SourcesAsync(found, token);
        return new AgentListView(
            [.. found.Select(agent => AgentRowView.Of(agent, Today(agent, organization), [.. known[agent.Id.Value]]))],
            offset,
            await people.CountAsync(filter, token));
    }

    /// <summary>Null when there is none, or none that the caller may know of.</summary>
    public async Task<Agent?> FindAsync(AgentId id, Caller caller, CancellationToken token) =>
        await agents.FindAsync(id, token) is { } agent
            && new PeopleAccess(caller, await cache.CurrentAsync(token)).MaySee(agent)
            ? agent
            : null;

    public async Task<AgentView> ViewAsync(Agent agent, CancellationToken token) => AgentView.Of(
        agent,
        Today(agent, await cache.CurrentAsync(token)),
        [.. (await SourcesAsync([agent], token))[agent.Id.Value]]);

    public Task<IReadOnlyList<AgentEvent>> HistoryAsync(AgentId id, long before, int limit, CancellationToken token) =>
        events.ListAsync(id, before, limit, token);

    private async Task<ILookup<Guid, AgentSourceView>> SourcesAsync(
        IReadOnlyList<Agent> found, CancellationToken token)
    {
        var names = (await sources.ListAsync(token)).ToDictionary(source => source.Id.Value, source => source.Name);
        return (await people.ListSourcesAsync(found.Select(agent => agent.Id), token))
            .ToLookup(row => row.Agent, row => AgentSourceView.Of(row, names));
    }

    private LocalDate Today(Agent? agent, OrganizationSnapshot organization) =>
        organization.DayAt(time.GetUtcNow(), agent?.ManagementUnit);
}
