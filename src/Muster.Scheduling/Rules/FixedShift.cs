using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>An option that is worked on a day: fixed if hard, preferred if soft. The unit is the day.</summary>
public sealed record FixedShift(int Day, int Option) : ShiftRule
{
    public override string Remedy => "Maybe give this shift, or withdraw the promise.";

    public override string Sentence(SchedulingProblem problem) =>
        $"Works {problem.Options[Option].Name} on {problem.DayName(Day)}.";

    internal override int? OnlyDay => Day;

    internal override int AmountOf(SchedulingProblem problem, int day, int option) =>
        day == Day && option != Option ? 1 : 0;

    internal override int AmountOfDayOff(int day) => day == Day ? 1 : 0;
}
