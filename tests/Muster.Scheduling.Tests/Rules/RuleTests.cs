using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;
using Muster.Scheduling.Score;

namespace Muster.Scheduling.Tests.Rules;

/// <summary>Rosters are words: E early 06:00, L late 14:00, N night 22:00, all of 8 hours, and - a day off.</summary>
public sealed class RuleTests
{
    private const string Names = "ELN";

    public static TheoryData<string, Rule, long> Cases => new()
    {
        { "EEEEE--", new PaidTime(2400, 2400), 0 },
        { "EEEE---", new PaidTime(2400, 2400), 32 },
        { "EEEEEE-", new PaidTime(0, 2400, RuleSpan.Week), 32 },
        { "EEEEEE-EEEE---", new PaidTime(2400, 2400, RuleSpan.Week), 64 },
        { "EE-----", new WorkingDays(4, 5), 2 },
        { "EEEEEEE", new WorkingDays(4, 5), 2 },
        { "-EEEE--", new ConsecutiveDaysOn(2, 3), 1 },
        { "-E-EE--", new ConsecutiveDaysOn(2, 3), 1 },
        { "E-----E", new ConsecutiveDaysOn(2, 3), 0 },
        { "E-E--E-", new ConsecutiveDaysOff(2), 1 },
        { "E---E--", new ConsecutiveDaysOff(1, 2), 1 },
        { "-----E-", new Weekends(0), 1 },
        { "-----EE", new Weekends(0), 1 },
        { "------E", new Weekends(0), 1 },
        { "-----EE------E", new Weekends(1), 1 },
        { "-----E-", new WholeWeekends(), 1 },
        { "-----EE", new WholeWeekends(), 0 },
        { "LE-NE--", new RestBetweenShifts(660), 12 + 44 },
        { "NE-N-E-", new ForbiddenSuccession(2, [0]), 1 },
        { "EL-L---", new SteadyStarts(60), 28 },
        { "NNN----", new ShiftCount([2], 0, 2), 1 },
        { "N------", new ShiftCount([1, 2], 2, 9), 1 },
        { "EL-----", new StartWindow(300, 480), 1 },
        { "EL-----", new StartWindow(300, 900, 20 * 60), 1 },
        { "EL-----", new StartWindow(300, 480) { Weekdays = [0] }, 0 },
        { "E------", new ShiftLength(300, 450), 2 },
        { "EEEEE--LLLLE--", new Rotation(["early", "late"]), 1 },
        { "EL-----", new Availability(new Dictionary<int, (int, int)> { [1] = (360, 900) }), 1 },
        { "EL-----", new DayOff(1), 1 },
        { "EL-----", new DayOff(2), 0 },
        { "EL-----", new FixedShift(1, 0), 1 },
        { "EL-----", new FixedShift(2, 0), 1 },
        { "EL-----", new FixedShift(0, 0), 0 },
        { "EL-----", new UnwantedShift(1, 1), 1 },
        { "EL-----", new Meeting(0, 600, 660), 0 },
        { "EL-----", new Meeting(1, 600, 660), 1 },
        { "EL-----", new Meeting(2, 600, 660), 1 },
        { "N-----N", new InsidePeriod(0, 7 * 1440), 1 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_roster_breaks_a_rule_by_so_many_units(string roster, Rule rule, long units)
    {
        var (problem, schedule) = Of(roster, rule);
        Assert.Equal(new ScheduleScore(units, 0), Scoring.OfEmployee(problem, 0, schedule.Of(0)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_soft_rule_costs_its_penalty_for_each_unit(string roster, Rule rule, long units)
    {
        var (problem, schedule) = Of(roster, rule with { Penalty = 3 });
        Assert.Equal(new ScheduleScore(0, units * 3), Scoring.OfEmployee(problem, 0, schedule.Of(0)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_breach_says_who_when_what_and_what_to_do(string roster, Rule rule, long units)
    {
        var (problem, schedule) = Of(roster, rule);
        var breaches = Scoring.Breaches(problem, schedule);
        Assert.Equal(units, breaches.Sum(breach => breach.Amount));
        Assert.All(breaches, breach =>
        {
            Assert.StartsWith("Ann, ", breach.Text, StringComparison.Ordinal);
            Assert.Contains(rule.Sentence(problem), breach.Text, StringComparison.Ordinal);
            Assert.Contains("\nMaybe ", breach.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void An_hour_of_work_costs_its_price()
    {
        var (problem, schedule) = Of("EL-----", new ShiftCost { Penalty = 2 });
        Assert.Equal(new ScheduleScore(0, 32), Scoring.OfEmployee(problem, 0, schedule.Of(0)));
    }

    [Fact]
    public void History_makes_the_first_run_longer()
    {
        var (problem, schedule) = Of("EEE----", new ConsecutiveDaysOn(1, 5));
        var tired = problem with { Employees = [problem.Employees[0] with { History = new History(4, 0) }] };
        Assert.Equal(0, Scoring.OfEmployee(problem, 0, schedule.Of(0)).Breaches);
        Assert.Equal(2, Scoring.OfEmployee(tired, 0, schedule.Of(0)).Breaches);
    }

    [Fact]
    public void A_weekend_over_the_end_of_four_weeks_counts_once()
    {
        var days = string.Concat(Enumerable.Range(0, 56).Select(day => day is 27 or 28 or 34 or 41 ? 'E' : '-'));
        var (problem, schedule) = Of(days, new Weekends(2, RuleSpan.FourWeeks));
        var sundays = problem with { FirstDay = new(2026, 3, 1), WeekStart = NodaTime.IsoDayOfWeek.Sunday };
        Assert.Equal(0, Scoring.OfEmployee(sundays, 0, schedule.Of(0)).Breaches);
    }

    private static (SchedulingProblem Problem, Schedule Schedule) Of(string roster, Rule rule)
    {
        var problem = new SchedulingProblem
        {
            Days = roster.Length,
            Options = [.. new[] { "early", "late", "night" }.Select((kind, index) => new ShiftOption
            {
                Name = kind,
                Kind = kind,
                Start = 360 + (480 * index),
                Length = 480,
            })],
            Demand = new ShiftDemand { Needs = new Need[roster.Length * 3] },
            Employees = [new Employee { Name = "Ann", Rules = [rule] }],
        };
        var schedule = new Schedule(1, roster.Length);
        for (var day = 0; day < roster.Length; day++)
        {
            schedule.Set(0, day, Names.IndexOf(roster[day], StringComparison.Ordinal));
        }

        return (problem, schedule);
    }
}
