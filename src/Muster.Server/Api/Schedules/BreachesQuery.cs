using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>Whose days are to be judged.</summary>
public sealed record BreachesQuery(
    [property: FromQuery(Name = "management_unit_id"), Description("Whose schedule.")] Guid ManagementUnitId,
    [property: FromQuery(Name = "from"), Description("The first day, in the unit's zone.")] DateOnly From,
    [property: FromQuery(Name = "agent_id"), Description("Of these agents, at most 200; given several times.")]
    Guid[] Agent,
    [property: FromQuery(Name = "days"), Description("How many days: 1 to 56; 7 when absent.")] int? Days = null,
    [property: FromQuery(Name = "draft_id"), Description("With the draft's days over the published ones.")]
    Guid? DraftId = null)
{
    private const int MostAgents = 200;

    /// <summary>The same question of the grid.</summary>
    public GridQuery Grid => new(ManagementUnitId, From, Days, DraftId);

    public IReadOnlyList<AgentId> Agents => [.. Agent.Distinct().Select(id => new AgentId(id))];

    public LocalDate Last => Grid.To.PlusDays(-1);

    public Refusal? Check() => Grid.Check() ?? new FieldChecks()
        .That(Agent.Length is > 0 and <= MostAgents, "agent_id", $"must be given 1 to {MostAgents} times.")
        .Refusal;
}
