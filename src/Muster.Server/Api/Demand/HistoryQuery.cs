using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Demand;

/// <summary>Of which planning group, and which days, both counted.</summary>
public sealed record HistoryQuery(
    [property: FromQuery(Name = "planning_group_id"), Description("Whose queues are counted together.")]
    Guid PlanningGroupId,
    [property: FromQuery(Name = "from"), Description("The first day.")] DateOnly From,
    [property: FromQuery(Name = "through"), Description("The last day.")] DateOnly Through);
