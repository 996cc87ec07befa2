using Muster.Domain.Schedules;

namespace Muster.Server.Schedules;

/// <summary>A step of editing as it was asked for.</summary>
/// <param name="Field">How the caller calls it: <c>edits[3]</c>.</param>
/// <param name="SeenVersion">Of the published day that a replacement was made from; null: as it is now.</param>
public sealed record EditStep(string Field, DayEdit Edit, long? SeenVersion)
{
    /// <summary>The activities of a replacement in the order in which the caller gave them.</summary>
    public IReadOnlyList<PlannedActivity> Given { get; init; } = [];
}
