using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;
using Muster.Scheduling.Score;

namespace Muster.Scheduling.Tests.Problem;

/// <summary>Days of 23 and 25 hours, and what does not go together.</summary>
public sealed class DayLengthTests
{
    [Fact]
    public void Rest_and_coverage_are_elapsed_time_on_a_day_of_23_hours()
    {
        // Sunday has 23 hours: work from 16 to 22 elapsed hours of it, and again from 9 o'clock on Monday.
        var problem = ProblemOf(
            [
                new ShiftOption { Name = "late", Start = 16 * 60, Length = 6 * 60, DayMinutes = 23 * 60 },
                new ShiftOption { Name = "early", Start = 9 * 60, Length = 6 * 60 },
            ],
            [new RestBetweenShifts(660), new DayLength()]);
        var schedule = new Schedule(1, 2);
        schedule.Set(0, 0, 0, Enumerable.Repeat(Activity.AllGroups, 24).ToArray());
        schedule.Set(0, 1, 1, Enumerable.Repeat(Activity.AllGroups, 24).ToArray());

        // One hour of Sunday and nine of Monday are ten, not eleven: four quarters are missing.
        Assert.Equal(4, Scoring.Of(problem, schedule).Breaches);
        var served = Scoring.Served(problem, schedule);
        Assert.Equal(
            [.. Enumerable.Range(16 * 4, 6 * 4), .. Enumerable.Range((23 + 9) * 4, 6 * 4)],
            served.Index().Where(row => row.Item == 1).Select(row => row.Index));
    }

    [Fact]
    public void A_shift_of_an_ordinary_day_is_not_worked_on_a_day_of_another_length()
    {
        var problem = ProblemOf([new ShiftOption { Name = "day", Start = 480, Length = 60 }], [new DayLength()]);
        var schedule = new Schedule(1, 2);
        schedule.Set(0, 0, 0, Enumerable.Repeat(Activity.AllGroups, 4).ToArray());

        Assert.Equal(1, Scoring.Of(problem, schedule).Breaches);
    }

    [Fact]
    public void Stretches_and_breaks_together_are_refused_by_the_field_with_a_remedy()
    {
        var paused = new ShiftOption
        {
            Name = "day",
            Start = 480,
            Length = 480,
            Breaks = [new ShiftBreak { Name = "Lunch", Minutes = 30 }],
        };
        var problem = ProblemOf([paused], []);
        var demand = (IntervalDemand)problem.Demand;

        var refused = ProblemChecks.Of(problem with { Demand = demand with { StretchMinutes = 60 } })!;

        Assert.Null(ProblemChecks.Of(problem));
        Assert.Equal("demand.stretch_minutes", Assert.Single(refused.Errors).Field);
        Assert.Contains("the option day has breaks", refused.Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("Maybe 0", refused.Errors[0].Message, StringComparison.Ordinal);
    }

    private static SchedulingProblem ProblemOf(IReadOnlyList<ShiftOption> options, IReadOnlyList<Rule> rules) => new()
    {
        Days = 2,
        DayMinutes = [23 * 60, 24 * 60],
        FirstDay = new NodaTime.LocalDate(2026, 3, 29),
        Options = options,
        Demand = new IntervalDemand
        {
            Groups = ["Calls"],
            Needs = [.. Enumerable.Repeat(new Need(0, 10, 0, 0), 47 * 4)],
        },
        Employees = [new Employee { Name = "Ann", Rules = rules }],
    };
}
