using Muster.Scheduling.Problem;
using Muster.Scheduling.Score;

namespace Muster.Server.Scheduling;

/// <summary>What a search has come to.</summary>
/// <param name="Spent">Of searching, over all builders.</param>
/// <param name="Best">Nobody changes it any more.</param>
/// <param name="IsOver">The time is up.</param>
internal sealed record SearchNews(TimeSpan Spent, long Steps, Schedule Best, ScheduleScore Score, bool IsOver)
{
    public long? Bound { get; init; }

    /// <summary>Rules that no roster keeps together, as sentences.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];
}
