using Muster.Domain.Organization;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.History;

/// <summary>Those whose results are summed into one row: an agent, a team, a unit, or everybody.</summary>
/// <param name="Key">The id; of no team, and of everybody, the empty one.</param>
/// <param name="Agent">Where it is an agent.</param>
/// <param name="Unit">Where all are of one.</param>
/// <param name="Stints">What counts.</param>
internal sealed record HistoryGroup(
    Guid Key, string Name, HistoryAgent? Agent, Team? Team, ManagementUnit? Unit, IReadOnlyList<HistoryStint> Stints)
{
    /// <summary>The groups in the order of their names.</summary>
    public static IReadOnlyList<HistoryGroup> Of(HistoryScope scope, HistoryBy by) =>
    [
        .. HistoryStint.Of(scope).GroupBy(KeyOf(by)).Select(stints => Of(scope, by, stints.Key, [.. stints]))
            .OrderBy(group => group.Name, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Key),
    ];

    /// <summary>The team of a row: that of an agent is the one of the day.</summary>
    public Team? TeamOn(LocalDate day, OrganizationSnapshot organization) =>
        Team ?? (Agent?.Teams.At(day) is { } id ? organization.Teams.Find(id) : null);

    private static Func<HistoryStint, Guid> KeyOf(HistoryBy by) => by switch
    {
        HistoryBy.Agent or HistoryBy.AgentDay or HistoryBy.AgentInterval => stint => stint.Agent.Id.Value,
        HistoryBy.Team or HistoryBy.TeamDay => stint => stint.Team?.Value ?? Guid.Empty,
        HistoryBy.Unit or HistoryBy.UnitDay => stint => stint.Agent.Unit.Value,
        _ => _ => Guid.Empty,
    };

    private static HistoryGroup Of(HistoryScope scope, HistoryBy by, Guid key, IReadOnlyList<HistoryStint> stints)
    {
        var known = scope.Organization;
        var unit = stints.Select(stint => stint.Agent.Unit).Distinct().ToArray() is [var only]
            ? known.ManagementUnits[only]
            : null;
        var first = stints[0];
        return by switch
        {
            HistoryBy.Agent or HistoryBy.AgentDay or HistoryBy.AgentInterval =>
                new HistoryGroup(key, first.Agent.Name, first.Agent, null, unit, stints),
            HistoryBy.Team or HistoryBy.TeamDay => first.Team is { } id && known.Teams.Find(id) is { } team
                ? new HistoryGroup(key, team.Name, null, team, unit, stints)
                : new HistoryGroup(key, "", null, null, unit, stints),
            _ => new HistoryGroup(key, unit?.Name ?? "", null, null, unit, stints),
        };
    }
}
