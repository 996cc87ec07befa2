using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>
/// Kinds of shifts by week, over and over: early, late, night. Week 0 is the one of day 0. An empty kind is a week off.
/// </summary>
public sealed record Rotation(IReadOnlyList<string> Kinds, int Phase = 0) : ShiftRule
{
    public override string Remedy => "Maybe exchange it with somebody whose week it is.";

    public override string Sentence(SchedulingProblem problem) =>
        $"Rotates week by week: {string.Join(", ", Kinds.Select(kind => kind.Length == 0 ? "off" : kind))}.";

    internal override int AmountOf(SchedulingProblem problem, int day, int option) =>
        problem.Options[option].Kind == Kinds[(problem.WeekOf(day) + Phase) % Kinds.Count] ? 0 : 1;
}
