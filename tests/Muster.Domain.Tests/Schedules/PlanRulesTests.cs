using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using NodaTime;
using static Muster.Domain.Tests.Schedules.DayText;

namespace Muster.Domain.Tests.Schedules;

public sealed class PlanRulesTests
{
    private static readonly LocalDate Monday = Date;

    private static readonly WorkPlan Plan = new()
    {
        Id = new WorkPlanId(Guid.Empty),
        BusinessUnitId = new BusinessUnitId(Guid.Empty),
        Name = "Full time",
        PaidMinutesPerDay = new NumberRange(420, 540),
        PaidMinutesPerWeek = new NumberRange(2400, 2400),
        WorkingDaysPerWeek = new NumberRange(5, 5),
        ShiftMinutes = new NumberRange(450, 600),
        EarliestStart = new LocalTime(6, 0),
        LatestStop = new LocalTime(20, 0),
        MaxWeekendsInFour = 1,
        Breaks = [new BreakRule { ActivityCodeId = Code("lunch"), Minutes = 30, ForShiftsFromMinutes = 480 }],
    };

    private static readonly DayContent Usual = Day("work 9-17:30, lunch 12-12:30");

    [Fact]
    public void A_week_by_the_rules_breaks_none() => Assert.Empty(Breaches(Week()));

    [Fact]
    public void Time_off_that_is_paid_counts_as_worked() =>
        Assert.Empty(Breaches(Week((2, Day("work 9-17:30, lunch 12-12:30, leave 9-12, leave 12:30-17:30")))));

    [Theory]
    [InlineData("work 9-12", "shift_minutes", "has a shift of 3:00 h, outside of 7:30 h to 10:00 h")]
    [InlineData("work 9-12", "paid_minutes_per_day", "is paid 3:00 h, outside of 7:00 h to 9:00 h")]
    [InlineData("work 5-13:30, lunch 9-9:30", "earliest_start", "starts at 05:00, before 06:00")]
    [InlineData("work 12-20:30, lunch 15-15:30", "latest_stop", "ends at 20:30, after 20:00")]
    [InlineData("work 9-17:30", "breaks", "has 0 of 1 times lunch of 30 min")]
    [InlineData("work 9-17:30, lunch 12-12:15", "breaks", "has 0 of 1 times lunch of 30 min")]
    public void A_day_that_breaks_a_rule_says_which_and_by_how_much(string text, string rule, string sentence) =>
        Assert.Contains(new PlanBreach(Monday, rule, sentence), Breaches(Week((0, Day(text)))));

    [Fact]
    public void A_window_over_midnight_holds_in_the_small_hours_too()
    {
        var nights = Plan with { EarliestStart = new LocalTime(22, 0), LatestStop = new LocalTime(8, 0) };
        IEnumerable<string> Broken(string text) => Breaches(Week((0, Day(text))), nights)
            .Where(breach => breach.Day == Monday).Select(breach => breach.Rule);

        Assert.DoesNotContain("earliest_start", Broken("work 0-8, lunch 3-3:30"));
        Assert.DoesNotContain("latest_stop", Broken("work 22-30, lunch 25-25:30"));
        Assert.Contains("earliest_start", Broken("work 1-9, lunch 3-3:30"));
    }

    [Fact]
    public void A_short_night_breaks_the_rest()
    {
        var late = Day("work 11:30-20, lunch 15-15:30");
        var early = Day("work 6-14:30, lunch 10-10:30");

        var breach = Assert.Single(Breaches(Week((0, late), (1, early))));

        Assert.Equal(
            new PlanBreach(
                Monday.PlusDays(1), "min_rest_minutes", "rests 10:00 h after the shift before, less than 11:00 h"),
            breach);
    }

    [Fact]
    public void Too_many_days_and_hours_of_a_week_are_named()
    {
        var breaches = Breaches(Week((5, Usual)));

        Assert.Contains(breaches, breach => breach.Rule == "paid_minutes_per_week"
            && breach.Sentence.Contains("is paid 48:00 h in this week", StringComparison.Ordinal));
        Assert.Contains(breaches, breach => breach.Rule == "working_days_per_week");
    }

    [Fact]
    public void Days_in_a_row_and_weekends_are_counted_over_weeks()
    {
        var days = Enumerable.Range(0, 28)
            .Select(day => (Monday.PlusDays(day), day % 7 < 6 ? On(day) : DayContent.Free));
        var plan = Plan with { WorkingDaysPerWeek = new(6, 6), PaidMinutesPerWeek = new(2880, 2880) };

        var breaches = Breaches([.. days], plan);

        Assert.All(breaches, breach => Assert.Equal("max_weekends_in_four", breach.Rule));
        Assert.Equal(Monday.PlusDays(5), Assert.Single(breaches).Day);
        Assert.Contains(
            Breaches([.. Enumerable.Range(0, 7).Select(day => (Monday.PlusDays(day), On(day)))], plan),
            breach => breach.Rule == "max_consecutive_days"
                && breach.Sentence == "works on 7 days in a row, more than 6");
        Assert.Contains(
            Breaches(Week((5, Usual)), Plan with { WholeWeekends = true }),
            breach => breach.Rule == "whole_weekends");
    }

    [Fact]
    public void A_week_of_which_a_part_is_given_is_not_judged_as_a_week() =>
        Assert.Empty(Breaches([.. Week().Take(3)]));

    private static DayContent On(int day) => Usual.Later(Duration.FromDays(day));

    // Monday to Friday as usual, and what is said of other days.
    private static List<(LocalDate, DayContent)> Week(params (int Day, DayContent Content)[] others) =>
    [
        .. Enumerable.Range(0, 7).Select(day => (Monday.PlusDays(day),
            others.Where(other => other.Day == day).Select(other => other.Content.Later(Duration.FromDays(day)))
                .FirstOrDefault() ?? (day < 5 ? On(day) : DayContent.Free))),
    ];

    private static IReadOnlyList<PlanBreach> Breaches(
        IReadOnlyList<(LocalDate, DayContent)> days, WorkPlan? plan = null) =>
        new PlanRules(plan ?? Plan, DateTimeZone.Utc, IsoDayOfWeek.Monday, Find).Breaches(days);

    private static ActivityCode? Find(ActivityCodeId id) => new[] { "work", "lunch", "leave" }
        .Where(name => Code(name) == id)
        .Select(name => new ActivityCode
        {
            Id = id,
            BusinessUnitId = new BusinessUnitId(Guid.Empty),
            Name = name,
            Category = ActivityCategory.OnQueue,
            Paid = name != "lunch",
            CountsAsWork = true,
            Colour = "#000000",
        }).FirstOrDefault();
}
