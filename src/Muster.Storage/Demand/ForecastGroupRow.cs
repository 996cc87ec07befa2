using Muster.Domain.Demand;
using Muster.Domain.Organization;

namespace Muster.Storage.Demand;

/// <summary>A planning group's part of a forecast, as stored.</summary>
/// <param name="Machine">What the machine said; null: not yet, or it could not.</param>
/// <param name="Trouble">Why it could not.</param>
/// <param name="HandleSeconds">Mean handle time by hour of the day; null: the history does not tell.</param>
/// <param name="Layers">People's changes, the lowest first.</param>
public sealed record ForecastGroupRow(
    ForecastId Forecast, PlanningGroupId Group, string? Machine, string? Trouble, IReadOnlyList<double>? HandleSeconds,
    string Layers, StaffingTerms Staffing, long Version);
