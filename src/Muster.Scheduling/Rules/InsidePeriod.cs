using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>
/// Shifts lie inside <c>[From, To)</c>, in minutes since midnight of day 0; the unit is a shift that does not.
/// </summary>
public sealed record InsidePeriod(int From, int To) : ShiftRule
{
    public override string Remedy => "Maybe take a shift that ends earlier, or plan a longer period.";

    public override string Sentence(SchedulingProblem problem) => "Shifts begin and end inside the period.";

    internal override int AmountOf(SchedulingProblem problem, int day, int option)
    {
        var (shift, start) = (problem.Options[option], problem.StartOf(day));
        return start + shift.Start < From || start + shift.End > To ? 1 : 0;
    }
}
