using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Adherence.Today;
using Muster.Server.Organization;
using Muster.Storage.Adherence;

namespace Muster.Server.Adherence.History;

/// <summary>
/// Finds out whose results a caller asks for, and whether the caller may see them: of a business unit, those of the
/// management units that the caller may see.
/// </summary>
public sealed class HistoryScopes(
    OrganizationCache organization, AdherenceUnits units, PlanningAccess planning, AdherenceHistoryStore store)
{
    /// <returns>Not found when the caller may not know of the unit.</returns>
    public async Task<Outcome<HistoryScope>> FindAsync(Caller caller, HistoryAsk ask, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        var unit = await UnitAsync(caller, known, ask.Unit, token);
        if (unit.Refused is { } unseen)
        {
            return unseen;
        }

        var rights = new UnitRights(caller.Rights, known);
        var parts = Parts(known, unit.Value).Where(part => rights.Allow(Permissions.AdherenceView, part));
        var agents = await store.ListAgentsAsync(parts.Select(part => part.Id), token);
        if (Check(known, unit.Value, agents, ask) is { } refusal)
        {
            return refusal;
        }

        return new HistoryScope
        {
            Organization = known,
            Unit = unit.Value,
            Agents = Sorted(ask.Agents.Count == 0
                ? agents
                : agents.Where(agent => ask.Agents.Contains(agent.Id.Value))),
            Team = ask.Team,
            From = ask.From,
            End = ask.End,
            Stored = await store.StoredAsync(token),
        };
    }

    /// <summary>How many of the days that are asked for are being judged anew.</summary>
    public Task<long> CountRecountsAsync(HistoryScope scope, CancellationToken token) =>
        store.CountRecountsAsync(scope.Agents.Select(agent => agent.Id), (scope.From, scope.End), token);

    private static IReadOnlyList<HistoryAgent> Sorted(IEnumerable<HistoryAgent> agents) =>
        [.. agents.OrderBy(agent => agent.Name, StringComparer.OrdinalIgnoreCase).ThenBy(agent => agent.Id.Value)];

    private async Task<Outcome<OrganizationItem>> UnitAsync(
        Caller caller, OrganizationSnapshot known, Guid id, CancellationToken token)
    {
        if (known.BusinessUnits.Find(new BusinessUnitId(id)) is not null)
        {
            return (await planning.FindAsync(caller, id, Permissions.AdherenceView, token))
                .Then<OrganizationItem>(found => found);
        }

        return (await units.FindAsync(caller, new ManagementUnitId(id), Permissions.AdherenceView, token))
            .Then<OrganizationItem>(found => found.Unit);
    }

    // Removed ones, too: what was done in them stays.
    private static IReadOnlyList<ManagementUnit> Parts(OrganizationSnapshot known, OrganizationItem unit) =>
        unit is ManagementUnit one ? [one]
        : [.. known.ManagementUnits.All.Where(part => part.BusinessUnitId.Value == unit.Key())];

    private static Refusal? Check(
        OrganizationSnapshot known, OrganizationItem unit, IReadOnlyList<HistoryAgent> agents, HistoryAsk ask)
    {
        var checks = new FieldChecks();
        if (ask.Team is { } team)
        {
            var home = known.Teams.Find(team)?.ManagementUnitId;
            checks.That(
                home is not null && Parts(known, unit).Any(part => part.Id == home),
                "team_id", $"is no team of {unit.Name}: {team}.\nMaybe leave it out, or ask for the team's unit.");
        }

        var strangers = ask.Agents.Except(agents.Select(agent => agent.Id.Value)).Take(1).ToArray();
        checks.That(
            strangers.Length == 0, "agent_id",
            $"is no agent of {unit.Name}: {strangers.FirstOrDefault()}.\nMaybe the agent belongs to another unit now.");
        return checks.Refusal;
    }
}
