using Muster.Domain.Demand;

namespace Muster.Server.Simulate;

/// <summary>What a simulation needs of a planning group's part of a forecast.</summary>
/// <param name="Trouble">Why there is none; null when there is one.</param>
/// <param name="HandleSeconds">On average by hour of the day; null: the history does not tell.</param>
internal sealed record ForecastShare(
    Guid PlanningGroupId, string? Trouble, int Minutes, IReadOnlyList<ForecastShareDay> Days,
    IReadOnlyList<double>? HandleSeconds, StaffingTerms Staffing);
