using Muster.Evaluation.Rosters;

namespace Muster.Evaluation.Tests.Rosters;

public sealed class RosterEvaluatorTests
{
    /// <summary>Two weeks, early and late; after a late shift no early one.</summary>
    private static readonly RosterInstance Instance = RosterReader.Read("""
        SECTION_HORIZON
        14
        SECTION_SHIFTS
        E,480,
        L,600,E
        SECTION_STAFF
        # ID, MaxShifts, MaxTotalMinutes, MinTotalMinutes, MaxConsecutive, MinConsecutive, MinDaysOff, MaxWeekends
        A,E=14|L=2,4800,2400,5,2,2,1
        B,E=14|L=14,4800,0,5,2,2,1
        SECTION_DAYS_OFF
        A,13
        SECTION_SHIFT_ON_REQUESTS
        A,0,E,3
        SECTION_SHIFT_OFF_REQUESTS
        A,1,E,5
        SECTION_COVER
        0,E,2,100,1
        0,L,0,100,7
        """.Split('\n'));

    [Fact]
    public void A_good_roster_costs_its_requests_and_its_cover()
    {
        var verdict = Evaluate("EEEEE..EE.....");

        Assert.Empty(verdict.Breaches);
        // Early on day 1 was not wanted (5); one of two early on day 0 (100).
        Assert.Equal(105, verdict.Cost);
    }

    [Fact]
    public void A_request_that_is_not_granted_and_a_person_too_many_cost_their_weights()
    {
        // Not early on day 0 (3), nobody early (200), one late too many (7).
        Assert.Equal(210, Evaluate("LL...EEE......").Cost);
    }

    [Theory]
    [InlineData("EEEEEE..EE....", "employee A, day 0, maximum consecutive shifts: 6, at most 5.")]
    [InlineData("EEE..E..EE....", "employee A, day 5, minimum consecutive shifts: 1, at least 2.")]
    [InlineData("EEE.EEE.......", "employee A, day 3, minimum consecutive days off: 1, at least 2.")]
    [InlineData("EEE..EE....EE.", "employee A, maximum weekends: 2, at most 1.")]
    [InlineData("EEE.........EE", "employee A, day 13, day off: works E.")]
    [InlineData("EELE..E.......", "employee A, day 3, forbidden succession: E after L.")]
    [InlineData("LLL..EE.......", "employee A, maximum shifts: 3 of L, at most 2.")]
    [InlineData("EE............", "employee A, minimum time: 960 minutes, at least 2400.")]
    [InlineData("EEEEE..EEEEE..", null)]
    [InlineData("LLEEE..EEEEE..", "employee A, maximum time: 5040 minutes, at most 4800.")]
    [InlineData("EEE..X........", "employee A, day 5, known shift: X is not in the instance.")]
    [InlineData("EEEEE..EE....", "employee A, whole horizon: has 13 days of 14.")]
    public void Every_breach_is_named(string line, string? breach)
    {
        var breaches = Evaluate(line).Breaches.Select(found => found.ToString());

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
    public void Minimum_lengths_do_not_apply_to_runs_at_the_edges()
    {
        Assert.DoesNotContain(Evaluate("E..EEEE.......").Breaches, found => found.Day is not null);
        Assert.Empty(Evaluate(".EEEEE........").Breaches);
    }

    [Fact]
    public void Somebody_missing_and_somebody_unknown_are_named()
    {
        var verdict = RosterEvaluator.Evaluate(Instance, RosterSolution.Read(["# nobody else", "Z,,,"]));

        Assert.Equal(
            ["employee Z, known employee: is not in the instance.",
             "employee A, whole horizon: has 0 days of 14.",
             "employee B, whole horizon: has 0 days of 14."],
            verdict.Breaches.Select(found => found.ToString()));
    }

    [Theory]
    [InlineData("Instance1", 607)]
    [InlineData("Instance4", 1716)]
    public void Solutions_of_another_model_are_valid_and_cost_what_it_says(string name, int cost)
    {
        var instance = RosterReader.Read(File.ReadLines(
            Path.Combine(AppContext.BaseDirectory, "Published", "rosters", $"{name}.txt")));
        var solution = RosterSolution.Read(File.ReadLines(
            Path.Combine(AppContext.BaseDirectory, "Rosters", $"{name}.{cost}.txt")));

        var verdict = RosterEvaluator.Evaluate(instance, solution);

        Assert.Empty(verdict.Breaches);
        Assert.Equal(cost, verdict.Cost);
    }

    [Fact]
    public void A_solution_is_read_as_it_was_written()
    {
        string[] lines = ["A,,E,L,", "B,E,,,"];

        Assert.Equal(lines, RosterSolution.Read(lines).Write());
    }

    private static Verdict Evaluate(string line) =>
        RosterEvaluator.Evaluate(Instance, RosterSolution.Read([Line("A", line), Line("B", "..............")]));

    /// <summary>A letter a day, a point for a day off.</summary>
    private static string Line(string employee, string days) =>
        $"{employee},{string.Join(',', days.Select(day => day == '.' ? "" : day.ToString()))}";
}
