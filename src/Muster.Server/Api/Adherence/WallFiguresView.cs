using Muster.Adherence.Results;
using Muster.Domain.Organization;
using Muster.Server.Adherence.Today;

namespace Muster.Server.Api.Adherence;

/// <summary>A unit at a moment, in heads.</summary>
/// <param name="AdherencePercent">
/// Of those who are scheduled and in, explained or out: how many are in or explained. Null: there are none.
/// </param>
/// <param name="NegativeImpact">Out, and one fewer on queue than planned, each.</param>
/// <param name="PositiveImpact">Out or unscheduled, and one more at work than planned, each.</param>
/// <param name="ScheduledOnQueue">Scheduled on queue.</param>
/// <param name="ActualOnQueue">On queue, scheduled or not.</param>
public sealed record WallFiguresView(
    double? AdherencePercent, int NegativeImpact, int PositiveImpact, int ScheduledOnQueue, int ActualOnQueue,
    int In, int Out, int Unscheduled, int Unknown, int Ignored, int Explained)
{
    public static WallFiguresView Of(IReadOnlyList<WallRow> rows)
    {
        int Count(Verdict verdict) => rows.Count(row => row.Status.Verdict == verdict);
        var judged = rows.Where(row => row.Scheduled is not (null or { Category: ActivityCategory.TimeOff })
            && row.Status.Verdict is Verdict.In or Verdict.Explained or Verdict.Out).ToList();
        return new WallFiguresView(
            judged.Count == 0
                ? null
                : 100.0 * judged.Count(row => row.Status.Verdict != Verdict.Out) / judged.Count,
            rows.Count(row => row.Status.Impact == Impact.Negative),
            rows.Count(row => row.Status.Impact == Impact.Positive),
            rows.Count(row => row.Scheduled?.Category == ActivityCategory.OnQueue),
            rows.Count(row => row.Status.Actual == Actual.OnQueue),
            Count(Verdict.In), Count(Verdict.Out), Count(Verdict.Unscheduled), Count(Verdict.Unknown),
            Count(Verdict.Ignored), Count(Verdict.Explained));
    }
}
