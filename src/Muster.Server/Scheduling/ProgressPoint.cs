namespace Muster.Server.Scheduling;

/// <summary>How good the best schedule was after so much searching.</summary>
/// <param name="Seconds">Of searching, over all builders.</param>
/// <param name="Breaches">Of hard rules.</param>
/// <param name="Bound">What no schedule can cost less than; null: not known yet.</param>
/// <param name="Covered">The part of the requirement that is served, as a part of 1.</param>
public sealed record ProgressPoint(double Seconds, long Breaches, long Cost, long? Bound, double Covered);
