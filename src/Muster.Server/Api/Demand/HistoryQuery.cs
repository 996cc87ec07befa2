using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Outcomes;

namespace Muster.Server.Api.Demand;

/// <summary>Of which planning group, and which days, both counted.</summary>
public sealed record HistoryQuery(
    [property: FromQuery(Name = "planning_group_id"), Description("Whose queues are counted together.")]
    Guid PlanningGroupId,
    [property: FromQuery(Name = "from"), Description("The first day.")] DateOnly From,
    [property: FromQuery(Name = "through"), Description("The last day.")] DateOnly Through)
{
    private const int MostDays = 800;
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    public Refusal? Check() => new FieldChecks()
        .That(From.Year is >= FirstYear and <= LastYear, "from", $"must be in the years {FirstYear} to {LastYear}.")
        .That(
            Through.DayNumber - From.DayNumber is >= 0 and < MostDays, "through",
            $"must be on or after from, and at most {MostDays} days later.")
        .Refusal;
}
