using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>
/// A meeting or training on a day, as half-open minutes: the shift of that day includes it. The unit is the day.
/// </summary>
public sealed record Meeting(int Day, int From, int To) : ShiftRule
{
    public override string Remedy => "Maybe move the meeting, or take a shift around it.";

    public override string Sentence(SchedulingProblem problem) =>
        $"Has a meeting on {problem.DayName(Day)} from {From / 60:00}:{From % 60:00} to {To / 60:00}:{To % 60:00}.";

    internal override int? OnlyDay => Day;

    internal override int AmountOf(SchedulingProblem problem, int day, int option)
    {
        var shift = problem.Options[option];
        return day == Day && (shift.Start > From || shift.End < To) ? 1 : 0;
    }

    internal override int AmountOfDayOff(int day) => day == Day ? 1 : 0;
}
