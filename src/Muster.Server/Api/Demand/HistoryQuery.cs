using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Demand;

/// <summary>Of which planning group, and which days, both counted.</summary>
public sealed record HistoryQuery(
    [property: FromQuery(Name = "planning_group_id")] Guid PlanningGroupId, DateOnly From, DateOnly Through);
