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
        Span<int> verdicts = stackalloc int[Enum.GetValues<Verdict>().Length];
        var (judged, adherent) = (0, 0);
        var (negative, positive, planned, there) = (0, 0, 0, 0);
        foreach (var row in rows)
        {
            var status = row.Status;
            verdicts[(int)status.Verdict]++;
            negative += status.Impact == Impact.Negative ? 1 : 0;
            positive += status.Impact == Impact.Positive ? 1 : 0;
            planned += row.Scheduled?.Category == ActivityCategory.OnQueue ? 1 : 0;
            there += status.Actual == Actual.OnQueue ? 1 : 0;
            if (row.Scheduled is not (null or { Category: ActivityCategory.TimeOff })
                && status.Verdict is Verdict.In or Verdict.Explained or Verdict.Out)
            {
                judged++;
                adherent += status.Verdict == Verdict.Out ? 0 : 1;
            }
        }

        return new WallFiguresView(
            judged == 0 ? null : 100.0 * adherent / judged, negative, positive, planned, there,
            verdicts[(int)Verdict.In], verdicts[(int)Verdict.Out], verdicts[(int)Verdict.Unscheduled],
            verdicts[(int)Verdict.Unknown], verdicts[(int)Verdict.Ignored], verdicts[(int)Verdict.Explained]);
    }
}
