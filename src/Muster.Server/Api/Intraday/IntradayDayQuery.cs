using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Intraday;
using NodaTime;

namespace Muster.Server.Api.Intraday;

/// <summary>Which day, of which planning group, by which forecast.</summary>
public sealed record IntradayDayQuery(
    [property: FromQuery(Name = "business_unit_id"), Description("Whose day it is.")] Guid BusinessUnitId,
    [property: FromQuery(Name = "planning_group_id"), Description("Absent: all that are forecast, together.")]
    Guid? PlanningGroupId = null,
    [property: FromQuery(Name = "forecast_id"), Description("Absent: the latest forecast that has the day.")]
    Guid? ForecastId = null,
    [property: FromQuery(Name = "date"), Description("Absent: today, by the unit's clocks.")] DateOnly? Date = null)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public Refusal? Refusal => Date is { Year: < FirstYear or > LastYear }
        ? new Refusal.Invalid("date", $"must be between {FirstYear} and {LastYear}.")
        : null;

    public DayAsk Ask => new(
        PlanningGroupId is { } group ? new PlanningGroupId(group) : null,
        ForecastId is { } forecast ? new ForecastId(forecast) : null,
        Date is { } date ? LocalDate.FromDateOnly(date) : null);
}
