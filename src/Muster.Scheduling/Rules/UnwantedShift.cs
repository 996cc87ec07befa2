using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>An option that should not be worked on a day; the unit is the shift.</summary>
public sealed record UnwantedShift(int Day, int Option) : ShiftRule
{
    public override string Remedy => "Maybe somebody else can take this shift.";

    public override string Sentence(SchedulingProblem problem) =>
        $"Does not work {problem.Options[Option].Name} on {problem.DayName(Day)}.";

    internal override int? OnlyDay => Day;

    internal override int AmountOf(SchedulingProblem problem, int day, int option) =>
        day == Day && option == Option ? 1 : 0;
}
