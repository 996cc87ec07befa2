using Muster.Evaluation.Centres;

namespace Muster.Evaluation.Tests.Centres;

public sealed class CentreEvaluatorTests
{
    /// <summary>Three days a week of 4 to 8 hours, 14 to 20 in all, starts 08:00 to 12:00; from 7 h a meal.</summary>
    private static readonly WorkPlan Plan = new()
    {
        Name = "plan",
        MinDaysPerWeek = 3,
        MaxDaysPerWeek = 3,
        MinMinutesPerWeek = 14 * 60,
        MaxMinutesPerWeek = 20 * 60,
        MinShiftMinutes = 4 * 60,
        MaxShiftMinutes = 8 * 60,
        EarliestStart = 32,
        LatestStart = 48,
        Rests = [new("break", 15, true, 0, 75, 165), new("meal", 30, false, 420, 180, 300)],
    };

    private static readonly CentreInstance Instance = new()
    {
        Days = 7,
        Groups = ["service", "retail"],
        Agents = [new("a", Plan, 0b01, new HashSet<int> { 2 })],
        Required = new int[2, 7 * CentreInstance.SlotsPerDay],
    };

    /// <summary>Monday 08:00 to 12:00; Thursday 6 hours; Friday 7 and a half, half an hour of it a meal.</summary>
    private static readonly string[] Good = ["a,32,16,38:1", "a,320,24,328:1", "a,416,30,422:1,430:2"];

    [Fact]
    public void A_week_within_all_rules_is_valid()
    {
        Assert.Empty(Breaches(Good));
    }

    [Theory]
    [InlineData("a,31,16,38:1", "employee a, day 0, start: slot 31, 32 to 48 are allowed.")]
    [InlineData("a,49,16,55:1", "employee a, day 0, start: slot 49, 32 to 48 are allowed.")]
    [InlineData("a,32,15,38:1",
        "employee a, day 0, shift length: 225 minutes from start to end are no length of plan.")]
    [InlineData("a,32,17,38:1",
        "employee a, day 0, shift length: 255 minutes from start to end are no length of plan.")]
    [InlineData("a,32,16", "employee a, day 0, number of rests: 0 instead of 1.")]
    [InlineData("a,32,16,36:1", "employee a, day 0, break: 60 minutes after the start, 75 to 165 are allowed.")]
    [InlineData("a,32,16,38:2", "employee a, day 0, break: 30 minutes instead of 15.")]
    [InlineData("a,32,16,44:1", "employee a, day 0, time between rests: 45 minutes, at least 60.")]
    [InlineData("a,32,32,42:1,45:2", "employee a, day 0, time between rests: 30 minutes, at least 60.")]
    [InlineData("a,224,16,230:1", "employee a, day 2, day off: works.")]
    [InlineData("b,32,16,38:1", "employee b, day 0, known agent: is not in the instance.")]
    [InlineData("a,704,16,710:1", "employee a, day 7, horizon: starts behind its 7 days.")]
    public void Every_breach_of_a_shift_is_named(string line, string breach)
    {
        Assert.Contains(breach, Breaches([line, .. Good[1..]]));
    }

    [Fact]
    public void Days_and_paid_time_of_a_week_are_counted()
    {
        Assert.Equal(
            ["employee a, day 0, days per week: 2, 3 to 3 are allowed.",
             "employee a, day 0, paid time per week: 780 minutes, 840 to 1200 are allowed."],
            Breaches(Good[1..]));
        Assert.Contains(
            "employee a, day 0, paid time per week: 1260 minutes, 840 to 1200 are allowed.",
            Breaches(["a,32,30,38:1,46:2", "a,320,30,328:1,334:2", "a,416,30,422:1,430:2"]));
    }

    [Fact]
    public void Two_shifts_of_a_day_and_too_little_rest_are_named()
    {
        var breaches = Breaches([.. Good, "a,336,16,344:1"]);

        Assert.Contains("employee a, day 3, one shift a day: starts a second time.", breaches);
        Assert.Contains("employee a, day 3, rest: -120 minutes before it, at least 660.", breaches);
    }

    [Fact]
    public void Seven_days_in_a_row_are_one_too_many_and_weekends_are_counted()
    {
        var four = Instance with
        {
            Days = 28,
            Required = new int[2, 28 * CentreInstance.SlotsPerDay],
            Agents = [Instance.Agents[0] with { DaysOff = new HashSet<int>() }],
        };
        int[] days = [0, 1, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20];
        var breaches = CentreEvaluator.Evaluate(four, CentreSolution.Read(days.Select(day => Line(day * 96 + 32))))
            .Breaches.Select(breach => breach.ToString()).ToList();

        Assert.Contains("employee a, day 10, maximum consecutive days: is the 7th day in a row, at most 6.", breaches);
        Assert.Contains("employee a, maximum weekends: 3, at most 2.", breaches);
    }

    [Fact]
    public void A_solution_is_read_as_it_was_written()
    {
        Assert.Equal(Good, CentreSolution.Read(["# comment", .. Good]).Write());
    }

    private static string Line(int start) => $"a,{start},16,{start + 6}:1";

    private static string[] Breaches(string[] lines) =>
        [.. CentreEvaluator.Evaluate(Instance, CentreSolution.Read(lines)).Breaches.Select(found => found.ToString())];
}
