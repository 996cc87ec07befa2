using Muster.Scheduling.Bound;
using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Tests.Search;

public sealed class MixStartTests
{
    private const int Steps = 12_000;

    [Fact]
    public void A_search_of_a_centre_goes_on_from_the_mix_and_ends_lower_than_without_it()
    {
        var problem = Fuzz.Week(1);
        var (with, without) = (Searched(problem, 0.1), Searched(problem, 0));
        Assert.True(with.BestScore.IsValid);
        Assert.True(with.BestCost < without.BestCost, $"{with.BestCost}, without {without.BestCost}");
    }

    [Fact]
    public void Steps_in_many_parts_on_two_threads_give_the_schedule_of_all_at_once()
    {
        var options = new SearchOptions { Seed = 3, Lanes = 2, CoolingSteps = 6_000 };
        var (one, two) = (new ScheduleSearch(Fuzz.Week(2), options), new ScheduleSearch(Fuzz.Week(2), options));
        one.Run(5_000);
        while (two.Steps < one.Steps)
        {
            two.Run(Math.Min(37, one.Steps - two.Steps), actions => Parallel.ForEach(actions, action => action()));
        }

        Assert.Equal(Cells(one.Best), Cells(two.Best));
        var without = new ScheduleSearch(Fuzz.Week(2), options with { BoundShare = 0 });
        without.Run(one.Steps);
        Assert.NotEqual(Cells(without.Best), Cells(one.Best));
    }

    [Fact]
    public void What_is_locked_stays_where_the_mix_is_better()
    {
        var problem = Fuzz.Week(3);
        var first = new ScheduleSearch(problem, new SearchOptions { BoundShare = 0 });
        first.Run(problem.Employees.Count);
        var start = first.Best;
        var locked = Locks.AllBut(problem, Enumerable.Range(10, 50).ToHashSet(), 1, 7);
        var search = Searched(problem with { Start = start, Locked = locked }, 0.1);
        Assert.True(search.BestScore.IsValid);
        Assert.All(locked, cell => Assert.Equal(start[cell.Employee, cell.Day], search.Best[cell.Employee, cell.Day]));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(0)] // days off are caps in the bound's mix
    public void Whole_people_of_the_mix_keep_their_days_off_and_nobody_is_left(int mostClasses)
    {
        var problem = Fuzz.Week(4);
        var shapes = new RelaxedShapes(problem);
        var lane = new Lane(problem, shapes, new SearchOptions(), 0);
        var bound = new CoverageBound(problem, shapes.Shapes, 1_000_000, mostClasses: mostClasses);
        var near = Searched(problem, 0, problem.Employees.Count).Best;
        bound.BeginNear(near);
        for (var step = 0; step < 300; step++)
        {
            bound.Step();
        }

        Assert.Equal(mostClasses > 0 ? 21 : 3, bound.Mix.Count());
        var known = bound.Best;
        var mix = new PeopleMix(problem, shapes.Shapes, near, 1);
        var open = new PeopleDive(lane, bound, mix).PlaceAll(() => 40).ToList();
        Assert.True(open.Zip(open.Skip(1)).All(pair => pair.First >= pair.Second) && open[0] > 0 && open[^1] == 0);
        Assert.True(lane.IsBuilt);
        Assert.Empty(lane.Broken());
        Assert.Equal(lane.CountFromNothing(), lane.BestCost);
        Assert.InRange(lane.BestCost / (double)Weights.Scale, known, 1.3 * known);
        Assert.All(mix.Columns, columns => Assert.Equal(1, columns.Sum(column => column.People), 6));
        bound.Step();
        Assert.InRange(bound.Best, known, lane.BestCost / (double)Weights.Scale);
    }

    private static ScheduleSearch Searched(SchedulingProblem problem, double boundShare, int steps = Steps)
    {
        var search = new ScheduleSearch(problem, new SearchOptions { BoundShare = boundShare });
        search.Run(steps);
        return search;
    }

    private static int[] Cells(Schedule schedule) =>
        [.. Enumerable.Range(0, schedule.Employees).SelectMany(employee => schedule.Of(employee).ToArray())];
}
