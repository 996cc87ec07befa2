namespace Muster.Scheduling.Problem;

/// <summary>
/// For rosters: so many on a day for an option. Row <c>day * options + option</c>; whoever works the option covers it.
/// </summary>
public sealed record ShiftDemand : Demand;
