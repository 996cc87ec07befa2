using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Rules;

/// <summary>Earliest and latest start and latest end, in minutes of the day, on some weekdays (0 is Monday).</summary>
public sealed record StartWindow(int Earliest, int Latest, int LatestEnd = int.MaxValue) : ShiftRule
{
    /// <summary>Null: every day.</summary>
    public IReadOnlyList<int>? Weekdays { get; init; }

    public override string Remedy => "Maybe take a shift inside the window, or widen it.";

    public override string Sentence(SchedulingProblem problem) =>
        $"Starts between {Time(Earliest)} and {Time(Latest)}"
        + (LatestEnd == int.MaxValue ? "." : $" and ends by {Time(LatestEnd)}.");

    internal override int AmountOf(SchedulingProblem problem, int day, int option)
    {
        var shift = problem.Options[option];
        var applies = Weekdays?.Contains(problem.WeekdayOf(day)) ?? true;
        return applies && (shift.Start < Earliest || shift.Start > Latest || shift.End > LatestEnd) ? 1 : 0;
    }

    private static string Time(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";
}
