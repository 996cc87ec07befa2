using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>
/// When an employee can work on a weekday (0 is Monday), as half-open minutes of the day; weekdays that are not listed
/// are free. The unit is a shift outside.
/// </summary>
public sealed record Availability(IReadOnlyDictionary<int, (int From, int To)> Hours) : ShiftRule
{
    public override string Remedy => "Maybe ask the employee, or take a shift inside these hours.";

    public override string Sentence(SchedulingProblem problem) => "Works only in the hours of availability.";

    internal override int AmountOf(SchedulingProblem problem, int day, int option)
    {
        var shift = problem.Options[option];
        return Hours.TryGetValue(problem.WeekdayOf(day), out var hours)
            && (shift.Start < hours.From || shift.End > hours.To) ? 1 : 0;
    }
}
