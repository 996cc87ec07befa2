using System.Text.Json;
using System.Text.Json.Nodes;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Sources;
using NodaTime;

namespace Muster.Storage.People;

/// <summary>What of an agent is kept as one JSON value: lists that are read and written as a whole.</summary>
internal sealed record AgentDetails
{
    public IReadOnlyList<PeriodRow> Periods { get; init; } = [];

    public IReadOnlyList<LoginRow> Logins { get; init; } = [];

    public IReadOnlyList<DatedRow> Teams { get; init; } = [];

    public IReadOnlyList<DatedRow> WorkPlans { get; init; } = [];

    public IReadOnlyList<OverrideRow> Overrides { get; init; } = [];

    public JsonObject? Attributes { get; init; }

    public static AgentDetails Of(Agent agent) => new()
    {
        Periods = [.. agent.Employment.Periods.Select(row => new PeriodRow(row.Start, row.End, row.EmployeeNumber))],
        Logins = [.. agent.Logins.Select(row => new LoginRow(row.Switch.Value, row.Code))],
        Teams = [.. agent.Teams.Entries.Select(row => new DatedRow(row.From, row.Value?.Value))],
        WorkPlans = [.. agent.WorkPlans.Entries.Select(row => new DatedRow(row.From, row.Value?.Value))],
        Overrides = [.. agent.Overrides.Select(row => new OverrideRow(row.Field, row.Owner, row.At))],
        Attributes = agent.Attributes,
    };

    public static AgentDetails Read(string json) =>
        JsonSerializer.Deserialize<AgentDetails>(json, SourceJson.Options)!;

    public Agent Fill(Agent agent) => agent with
    {
        Employment = new([.. Periods.Select(row => new EmploymentPeriod(row.Start, row.End, row.Number))]),
        Logins = [.. Logins.Select(row => new AgentLogin(new SwitchId(row.Switch), row.Code))],
        Teams = new([.. Teams.Select(row => new Dated<TeamId>(row.From, row.Id is { } id ? new TeamId(id) : null))]),
        WorkPlans = new(
        [
            .. WorkPlans.Select(row => new Dated<WorkPlanId>(row.From, row.Id is { } id ? new WorkPlanId(id) : null)),
        ]),
        Overrides = [.. Overrides.Select(row => new FieldOverride(row.Field, row.Owner, row.At))],
        Attributes = Attributes,
    };

    internal sealed record PeriodRow(LocalDate Start, LocalDate? End = null, string? Number = null);

    internal sealed record LoginRow(Guid Switch, string Code);

    internal sealed record DatedRow(LocalDate From, Guid? Id = null);

    internal sealed record OverrideRow(AgentField Field, string Owner, DateTimeOffset At);
}
