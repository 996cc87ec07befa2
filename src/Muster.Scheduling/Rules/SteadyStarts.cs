using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>
/// Shifts of consecutive days start at about the same time; the unit is a started quarter of an hour beyond the
/// tolerance.
/// </summary>
public sealed record SteadyStarts(int ToleranceMinutes) : SuccessionRule
{
    public override string Remedy => "Maybe change the start only after a day off.";

    public override string Sentence(SchedulingProblem problem) =>
        $"Starts on consecutive days are at most {ToleranceMinutes} minutes apart.";

    internal override int AmountOf(SchedulingProblem problem, int first, int next)
    {
        var apart = Math.Abs(problem.Options[first].Start - problem.Options[next].Start);
        return Math.Max(0, (apart - ToleranceMinutes + 14) / 15);
    }
}
