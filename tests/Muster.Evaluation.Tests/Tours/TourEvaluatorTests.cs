using Muster.Evaluation.Tours;

namespace Muster.Evaluation.Tests.Tours;

public sealed class TourEvaluatorTests
{
    /// <summary>A week, two tasks; one person wanted on task 1 from 06:00 to 07:00 of the first day.</summary>
    private static readonly TourInstance Instance = TourReader.Read("""
        SECTION_HORIZON
        7
        SECTION_TASKS
        2
        SECTION_STAFF
        1,0,2400
        2,0,4800
        SECTION_COVER
        1,06:00-06:15,1,1,1
        1,06:15-06:30,1,1,1
        1,06:30-06:45,1,1,1
        1,06:45-07:00,1,1,1
        """.Split('\n'));

    private const string First = "1,1,06:00,1:360";

    [Fact]
    public void Everybody_too_many_costs_in_squares()
    {
        // Three on task 1: 2 x 2 in the 4 quarters where one is wanted, 3 x 3 in the 20 others.
        string[] lines = [First, "2,1,06:00,1:360", "2,1,06:00,1:360"];
        var verdict = TourEvaluator.Evaluate(Instance, TourSolution.Read(lines));

        Assert.Equal((4 * 4) + (20 * 9), verdict.Cost);
        Assert.Equal(20, TourEvaluator.Evaluate(Instance, TourSolution.Read([First])).Cost);
    }

    [Fact]
    public void Tours_within_all_rules_are_valid()
    {
        string[] lines = [First, "1,2,20:00,2:120,1:60,2:240", "1,4,00:00,1:600", "2,7,23:45,2:360", "2,6,10:00,1:360"];

        Assert.Empty(Breaches(lines));
        Assert.Empty(Breaches([First, .. Enumerable.Range(2, 5).Select(day => $"2,{day},06:00,1:600")]));
    }

    [Theory]
    [InlineData("2,2,10:15,1:360", "employee 2, day 2, start: 10:15 is no time to start.")]
    [InlineData("2,2,13:45,1:360", "employee 2, day 2, start: 13:45 is no time to start.")]
    [InlineData("2,2,18:15,1:360", "employee 2, day 2, start: 18:15 is no time to start.")]
    [InlineData("2,2,00:15,1:360", "employee 2, day 2, start: 00:15 is no time to start.")]
    [InlineData("2,2,06:00,1:345", "employee 2, day 2, shift length: 345 minutes, 360 to 600 are allowed.")]
    [InlineData("2,2,06:00,1:615", "employee 2, day 2, shift length: 615 minutes, 360 to 600 are allowed.")]
    [InlineData("2,8,00:00,1:375", "employee 2, day 8, horizon: is not wholly inside the horizon.")]
    [InlineData("2,1,00:00,1:360", "employee 2, day 1, horizon: is not wholly inside the horizon.")]
    [InlineData("2,2,06:00,3:360", "employee 2, day 2, known task: 3 is not one of 1 to 2.")]
    [InlineData("2,2,06:00,1:45,2:360",
        "employee 2, day 2, minimum time on a task: 45 minutes on task 1, at least 60.")]
    [InlineData("2,2,06:00,1:360,2:45",
        "employee 2, day 2, minimum time on a task: 45 minutes on task 2, at least 60.")]
    [InlineData("9,2,06:00,1:360", "employee 9, day 2, known employee: is not in the instance.")]
    [InlineData("1,2,20:00,1:600", null)]
    [InlineData("1,1,20:00,1:600", "employee 1, day 1, one shift a day: starts a second time.")]
    [InlineData("1,2,00:00,1:600", "employee 1, day 2, rest: 720 minutes before it, at least 840.")]
    [InlineData("1,1,16:00,1:360", "employee 1, day 1, rest: 240 minutes before it, at least 840.")]
    public void Every_breach_of_a_shift_is_named(string line, string? breach)
    {
        var breaches = Breaches(First, line);

        if (breach is null)
        {
            Assert.Empty(breaches);
        }
        else
        {
            Assert.Contains(breach, breaches);
        }
    }

    [Fact]
    public void Neighbours_of_the_same_task_are_one_stretch()
    {
        Assert.Empty(Breaches(First, "2,2,06:00,1:30,1:330"));
    }

    [Fact]
    public void Six_days_in_a_row_are_one_too_many()
    {
        var lines = Enumerable.Range(1, 6).Select(day => $"2,{day},06:00,1:360");

        Assert.Equal(
            ["employee 2, day 6, maximum consecutive days: is the 6th day in a row, at most 5."],
            Breaches([.. lines]));
    }

    [Fact]
    public void Too_much_and_too_little_time_are_named()
    {
        var lines = Enumerable.Range(1, 5).Select(day => $"1,{day},06:00,1:600");
        var short1 = Instance with { Employees = [new("1", 3015, 4000)] };

        Assert.Equal(["employee 1, maximum time: 3000 minutes, at most 2400."], Breaches([.. lines]));
        Assert.Equal(
            ["employee 1, minimum time: 3000 minutes, at least 3015."],
            TourEvaluator.Evaluate(short1, TourSolution.Read(lines)).Breaches.Select(found => found.ToString()));
    }

    [Fact]
    public void Missing_cover_is_a_breach_in_every_quarter()
    {
        Assert.Equal(
            ["06:00", "06:15", "06:30", "06:45"],
            TourEvaluator.Evaluate(Instance, new([])).Breaches.Select(found => found.Facts[15..20]));
        Assert.Contains("day 1, minimum cover: 0 on task 1 at 06:00, at least 1.", Breaches());
    }

    [Fact]
    public void A_solution_is_read_as_it_was_written()
    {
        string[] lines = [First, "2,8,00:00,1:60,2:300"];

        Assert.Equal(lines, TourSolution.Read(lines).Write());
    }

    private static string[] Breaches(params string[] lines) =>
        [.. TourEvaluator.Evaluate(Instance, TourSolution.Read(lines)).Breaches.Select(found => found.ToString())];
}
