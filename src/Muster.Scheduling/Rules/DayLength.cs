using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>
/// On a day of 23 or 25 hours only shifts for such a day are worked, and they only there; the unit is a shift.
/// </summary>
public sealed record DayLength : ShiftRule
{
    public override string Remedy => "Maybe give a shift that begins at a time the clocks show on that day.";

    public override string Sentence(SchedulingProblem problem) => "Shifts are those of days as long as theirs.";

    internal override int AmountOf(SchedulingProblem problem, int day, int option) =>
        problem.Options[option].DayMinutes == problem.MinutesOf(day) ? 0 : 1;
}
