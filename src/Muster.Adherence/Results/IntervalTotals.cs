using NodaTime;

namespace Muster.Adherence.Results;

/// <summary>An agent's totals of 15 minutes of UTC.</summary>
/// <param name="Start">A multiple of 15 minutes.</param>
public sealed record IntervalTotals(Instant Start, AdherenceTotals Totals)
{
    public static readonly Duration Length = Duration.FromMinutes(15);

    /// <summary>
    /// Whether there is anything to tell: something is scheduled, or the agent was there. Nights have nothing.
    /// </summary>
    public bool HasContent => Totals.Scheduled + Totals.Unscheduled + Totals.UnscheduledExplained + Totals.Work > 0;
}
