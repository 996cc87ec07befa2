using Muster.Server.Api.Demand;

namespace Muster.Server.Commands;

/// <summary>What a search over a part of a day found.</summary>
/// <param name="All">At least one.</param>
/// <param name="Stopped">Why it went no further; null: it is all there is.</param>
internal sealed record FoundIntervals(IReadOnlyList<SharedRequirementView> All, string? Stopped)
{
    /// <summary>Whether every interval was found, and each meets its goals.</summary>
    public bool IsWhole => Stopped is null && All.All(interval => interval.Reason is null);
}
