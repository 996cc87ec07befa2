using System.Text.Json.Nodes;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Api.People;

/// <summary>Everything of an agent.</summary>
public sealed record AgentView(
    AgentRowView Agent,
    Guid? TimeZoneId,
    IReadOnlyList<EmploymentPeriod> Employment,
    IReadOnlyList<AgentLoginView> Logins,
    IReadOnlyList<DatedView> Teams,
    IReadOnlyList<DatedView> WorkPlans,
    IReadOnlyList<FieldOverride> Overrides,
    JsonObject? Attributes)
{
    public static AgentView Of(Agent agent, LocalDate day, IReadOnlyList<AgentSourceView> sources) => new(
        AgentRowView.Of(agent, day, sources),
        agent.TimeZone?.Value,
        agent.Employment.Periods,
        [.. agent.Logins.Select(login => new AgentLoginView(login.Switch.Value, login.Code))],
        [.. agent.Teams.Entries.Select(entry => new DatedView(entry.From, entry.Value?.Value))],
        [.. agent.WorkPlans.Entries.Select(entry => new DatedView(entry.From, entry.Value?.Value))],
        agent.Overrides,
        agent.Attributes);
}
