using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>
/// Paid minutes of a day that is worked; the unit is a started quarter of an hour too much or too little.
/// </summary>
public sealed record ShiftLength(int LeastMinutes, int MostMinutes) : ShiftRule
{
    public override string Remedy => "Maybe take another length of shift.";

    public override string Sentence(SchedulingProblem problem) =>
        $"Has {LeastMinutes} to {MostMinutes} paid minutes on a day that is worked.";

    internal override int AmountOf(SchedulingProblem problem, int day, int option)
    {
        var paid = problem.Options[option].Paid;
        return Math.Max(0, (Math.Max(LeastMinutes - paid, paid - MostMinutes) + 14) / 15);
    }
}
