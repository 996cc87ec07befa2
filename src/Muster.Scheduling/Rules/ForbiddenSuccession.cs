using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>What must not be worked on the day after an option; the unit is a pair of days.</summary>
public sealed record ForbiddenSuccession(int First, IReadOnlyList<int> Next) : SuccessionRule
{
    public override string Remedy => "Maybe put a day off between, or exchange the second shift.";

    public override string Sentence(SchedulingProblem problem)
    {
        var next = string.Join(", ", Next.Select(option => problem.Options[option].Name));
        return $"After {problem.Options[First].Name} the next day is not {next}.";
    }

    internal override int AmountOf(SchedulingProblem problem, int first, int next) =>
        first == First && Next.Contains(next) ? 1 : 0;
}
