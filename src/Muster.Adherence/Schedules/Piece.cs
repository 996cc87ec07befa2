using Muster.Adherence.Results;

namespace Muster.Adherence.Schedules;

/// <summary>
/// From a second on, until the next piece, whatever an agent does is judged the same way. 16 bytes.
/// </summary>
/// <param name="Accept">A bit for each <see cref="Actual"/> up to logged out: in adherence.</param>
/// <param name="Known">The same by the schedule that the agent knew.</param>
/// <param name="Code">Index of the scheduled activity; <see cref="None"/>: nothing is.</param>
/// <param name="Rules">Index of the rules that hold.</param>
/// <param name="Day">Index of the day that it comes from; <see cref="None"/>: none.</param>
/// <param name="Approval">Index of what was approved; <see cref="None"/>: nothing.</param>
internal readonly record struct Piece(
    uint Start, ushort Accept, ushort Known, ushort Code, byte Rules, PieceFlags Flags, ushort Day, ushort Approval)
{
    public const ushort None = ushort.MaxValue;

    private const int AtWork = (1 << (int)Actual.OnQueue) | (1 << (int)Actual.Meeting) | (1 << (int)Actual.Training)
        | (1 << (int)Actual.OtherWork);

    public bool Has(PieceFlags flag) => (Flags & flag) != 0;

    public static bool IsAtWork(Actual actual) => (AtWork & (1 << (int)actual)) != 0;

    /// <summary>The verdict on somebody who does that, where it is known.</summary>
    public Judgement Judge(Actual actual)
    {
        switch (actual)
        {
            case Actual.Unknown:
                return new(Verdict.Unknown, Impact.None, VerdictRule.NeverHeard);
            case Actual.Unmapped:
                return new(Verdict.Unknown, Impact.None, VerdictRule.StateNotMapped);
            case Actual.Ignored:
                return new(Verdict.Ignored, Impact.None, VerdictRule.StateIgnored);
        }

        if (Has(PieceFlags.Ignored))
        {
            return new(Verdict.Ignored, Impact.None, VerdictRule.ActivityIgnored);
        }

        var bit = 1 << (int)actual;
        if ((Accept & bit) != 0)
        {
            return new(Verdict.In, Impact.None, VerdictRule.Accepted);
        }

        var wrong = Wrong(actual);
        return Approval != None ? new(Verdict.Explained, wrong.Impact, VerdictRule.Approved)
            : (Known & bit) != 0 ? new(Verdict.Explained, wrong.Impact, VerdictRule.ToldTooLate)
            : wrong;
    }

    private Judgement Wrong(Actual actual) =>
        !Has(PieceFlags.Scheduled) ? IsAtWork(actual)
            ? new(Verdict.Unscheduled, Impact.Positive, VerdictRule.WorkingUnscheduled)
            : new(Verdict.Unscheduled, Impact.None, VerdictRule.PresentUnscheduled)
        : Has(PieceFlags.OnQueue) ? new(Verdict.Out, Impact.Negative, VerdictRule.NotOnQueue)
        : actual == Actual.OnQueue ? new(Verdict.Out, Impact.Positive, VerdictRule.OnQueueInstead)
        : new(Verdict.Out, Impact.None, VerdictRule.OtherActivity);
}
