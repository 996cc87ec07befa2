using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>From the end of a shift to the start of the next day's; the unit is a started quarter of an hour.</summary>
public sealed record RestBetweenShifts(int Minutes) : SuccessionRule
{
    public override string Remedy => "Maybe start the second shift later, or end the first earlier.";

    public override string Sentence(SchedulingProblem problem) =>
        $"Has at least {Minutes / 60}:{Minutes % 60:00} hours of rest between two shifts.";

    internal override int AmountOf(SchedulingProblem problem, int first, int next)
    {
        var (before, after) = (problem.Options[first], problem.Options[next]);
        var rest = before.DayMinutes + after.Start - before.End;
        return Math.Max(0, (Minutes - rest + 14) / 15);
    }
}
