using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>A day off that is requested (soft) or granted time off (hard); the unit is the day.</summary>
public sealed record DayOff(int Day) : ShiftRule
{
    public override string Remedy => "Maybe somebody else can work on that day.";

    public override string Sentence(SchedulingProblem problem) => $"Is off on {problem.DayName(Day)}.";

    internal override int? OnlyDay => Day;

    internal override int AmountOf(SchedulingProblem problem, int day, int option) => day == Day ? 1 : 0;
}
