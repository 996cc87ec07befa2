using Muster.Adherence.Results;

namespace Muster.Server.Api.Adherence;

/// <summary>Seconds of a day, as far as it is judged.</summary>
/// <param name="AdherencePercent">(in + explained) / (in + explained + out); null: there is none of these.</param>
/// <param name="ConformancePercent">Work / scheduled work; null: no work was scheduled.</param>
/// <param name="Scheduled">Something was scheduled that is not time off.</param>
/// <param name="Work">On queue, in a meeting, in training or at other work, scheduled or not.</param>
public sealed record DayTotalsView(
    double? AdherencePercent, double? ConformancePercent, long Scheduled, long In, long Out, long Explained,
    long Unknown, long Ignored, long Unscheduled, long ScheduledOnQueue, long ScheduledWork, long Work)
{
    public static DayTotalsView Of(in AdherenceTotals totals) => new(
        totals.AdherencePercent, totals.ConformancePercent, totals.Scheduled, totals.In, totals.Out,
        totals.Explained, totals.Unknown, totals.Ignored, totals.Unscheduled, totals.ScheduledOnQueue,
        totals.ScheduledWork, totals.Work);
}
