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
    int In, int Out, int Unscheduled, int Unknown, int Ignored, int Explained);
