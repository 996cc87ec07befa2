using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>What work costs: the unit is a started hour that is paid. Soft only.</summary>
public sealed record ShiftCost : ShiftRule
{
    public override string Remedy => "Maybe shorter shifts where fewer are needed.";

    public override string Sentence(SchedulingProblem problem) => $"An hour of work costs {Penalty ?? 0}.";

    internal override int AmountOf(SchedulingProblem problem, int day, int option) =>
        IsHard ? 0 : (problem.Options[option].Paid + 59) / 60;
}
