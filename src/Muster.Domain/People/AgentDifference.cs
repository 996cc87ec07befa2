using System.Globalization;

namespace Muster.Domain.People;

/// <summary>One field that two states of an agent have differently, as text.</summary>
public sealed record AgentDifference(string Field, string? Before = null, string? After = null)
{
    private static readonly (string Field, Func<Agent, string?> Read)[] Fields =
    [
        ("first_name", agent => agent.FirstName),
        ("last_name", agent => agent.LastName),
        ("employee_number", agent => agent.EmployeeNumber),
        ("user_name", agent => agent.UserName),
        ("email", agent => agent.Email),
        ("site", agent => agent.Site?.ToString()),
        ("management_unit", agent => agent.ManagementUnit?.ToString()),
        ("time_zone", agent => agent.TimeZone?.ToString()),
        ("employment", agent => List(agent.Employment.Periods, period => $"{period.Start:R}..{period.End:R}")),
        ("skills", agent => List(agent.Skills, skill => $"{skill.Skill}:{skill.Level}")),
        ("logins", agent => List(agent.Logins, login => $"{login.Switch}:{login.Code}")),
        ("teams", agent => List(agent.Teams.Entries, team => $"{team.From:R}:{team.Value}")),
        ("work_plans", agent => List(agent.WorkPlans.Entries, plan => $"{plan.From:R}:{plan.Value}")),
        ("overrides", agent => List(agent.Overrides, kept => $"{kept.Field}:{kept.Owner}")),
        ("attributes", agent => agent.Attributes?.ToJsonString()),
        ("removed", agent => agent.RemovedAt?.ToString("O", CultureInfo.InvariantCulture)),
    ];

    /// <summary>The fields that differ, in a fixed order; of nobody, everything that is said.</summary>
    public static IReadOnlyList<AgentDifference> Between(Agent? before, Agent after) =>
        [.. from field in Fields
            let was = before is null ? null : field.Read(before)
            let isNow = field.Read(after)
            where was != isNow
            select new AgentDifference(field.Field, was, isNow)];

    private static string? List<T>(IReadOnlyList<T> items, Func<T, FormattableString> write) =>
        items.Count == 0 ? null : string.Join(", ", items.Select(item => FormattableString.Invariant(write(item))));
}
