using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Demand;

/// <summary>Of which planning group, and which days, both counted.</summary>
public sealed record HistoryQuery(
    [property: FromQuery(Name = "planning_group_id")] Guid PlanningGroupId,
    [property: FromQuery(Name = "from")] DateOnly From,
    [property: FromQuery(Name = "through")] DateOnly Through);
