using Muster.Scheduling.Explain;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Tests.Explain;

public sealed class ContradictionFinderTests
{
    private static readonly SchedulingProblem Week = new()
    {
        Days = 7,
        Options = [new ShiftOption { Name = "day", Start = 480, Length = 480 }],
        Demand = new ShiftDemand { Needs = [.. Enumerable.Repeat(new Need(1, 1, 10, 1), 7)] },
        Employees = [],
    };

    [Fact]
    public void The_minimal_set_is_named_and_nothing_else()
    {
        var found = Of(
            new PaidTime(2400, 2400), new Weekends(0), new ConsecutiveDaysOn(1, 5), new DayOff(1), new DayOff(6));

        var contradiction = Assert.Single(found);
        Assert.Equal(
            [new PaidTime(2400, 2400), new Weekends(0), new DayOff(1)],
            contradiction.Reliefs.Select(relief => relief.Rule));
    }

    [Fact]
    public void Each_rule_of_the_set_has_what_relaxing_it_costs()
    {
        var contradiction = Assert.Single(Of(new PaidTime(2400, 2400), new Weekends(0), new DayOff(1)));

        // A day's work is 32 quarters of an hour; one weekend; one day off.
        Assert.Equal([32L, 1, 1], contradiction.Reliefs.Select(relief => relief.Amount));
        Assert.Contains("alone it must give way by 1", contradiction.Text, StringComparison.Ordinal);
        Assert.Contains("\nMaybe change this one", contradiction.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_go_together_give_no_contradiction() =>
        Assert.Empty(Of(new PaidTime(2400, 2400), new Weekends(0)));

    [Fact]
    public void The_search_breaks_as_little_as_it_must()
    {
        var problem = With(new PaidTime(2400, 2400), new Weekends(0), new DayOff(1));
        var search = new ScheduleSearch(problem, new SearchOptions { CoolingSteps = 100 });
        search.Run(200);
        Assert.Equal(1, search.BestScore.Breaches);
        Assert.Single(search.Contradictions);
    }

    private static IReadOnlyList<Contradiction> Of(params Rule[] rules) => ContradictionFinder.Of(With(rules));

    private static SchedulingProblem With(params Rule[] rules) =>
        Week with { Employees = [new Employee { Name = "Ann", Rules = rules }] };
}
