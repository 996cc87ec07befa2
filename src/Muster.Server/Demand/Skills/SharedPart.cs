using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Forecasting.Results;

namespace Muster.Server.Demand.Skills;

/// <summary>A planning group's part of a forecast, with what it is staffed by.</summary>
/// <param name="Days">With people's layers.</param>
/// <param name="Goal">Null: what is usual.</param>
/// <param name="HandleSeconds">By hour of the day; null when nobody knows.</param>
internal sealed record SharedPart(
    PlanningGroup Group, Forecast Machine, IReadOnlyList<ForecastDay> Days, StaffingTerms Terms, ServiceGoal? Goal,
    IReadOnlyList<double>? HandleSeconds);
