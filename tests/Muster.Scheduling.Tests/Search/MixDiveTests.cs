using Muster.Scheduling.Bound;
using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;
using Muster.Scheduling.Score;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Tests.Search;

public sealed class MixDiveTests
{
    private const double Optimum = 1_001; // of the roster, as published
    private const int MostSteps = 300;
    private const int OfOneShift = 4; // who may work no other

    [Fact]
    public void A_dive_gives_everybody_a_roster_and_leaves_a_bound_that_holds()
    {
        var (lane, bound, known, before) = Dived();
        Assert.Empty(lane.Broken());
        Assert.Equal(lane.CountFromNothing(), lane.BestCost);
        Assert.InRange(lane.BestCost / (double)Weights.Scale, Optimum, before);
        Assert.False(bound.IsDecided(0));
        bound.Step();
        Assert.InRange(bound.Best, known, Optimum);
    }

    [Fact]
    public void A_dive_with_some_people_free_leaves_all_others_and_is_kept_only_where_it_is_better()
    {
        var (lane, bound, _, _) = Dived();
        var (before, cost) = (lane.BestSchedule(), lane.BestCost);
        var chance = new RandomSource(5, 1);
        for (var round = 0; round < 5; round++)
        {
            HashSet<int> free = [.. Enumerable.Range(0, 12).Select(_ => chance.Next(before.Employees))];
            Assert.NotEmpty(new MixDive(lane, bound).PlaceAgain(free, 100).ToList());
            Assert.True(lane.BestCost <= cost);
            Assert.Equal(lane.CountFromNothing(), lane.Cost);
            for (var employee = 0; employee < before.Employees; employee++)
            {
                Assert.True(free.Contains(employee) || before.Of(employee).SequenceEqual(lane.BestView.Of(employee)));
            }

            (before, cost) = (lane.BestSchedule(), lane.BestCost);
        }
    }

    [Fact]
    public void A_walk_aside_moves_the_best_and_makes_it_no_dearer()
    {
        var (lane, _, _, _) = Dived();
        var (before, cost) = (lane.BestSchedule(), lane.BestCost);
        lane.RunAside(500, 1);
        lane.Adopt(lane);
        Assert.InRange(lane.BestCost, 0, cost);
        Assert.Equal(lane.CountFromNothing(), lane.BestCost);
        Assert.Contains(Enumerable.Range(0, before.Employees),
            employee => !before.Of(employee).SequenceEqual(lane.BestView.Of(employee)));
    }

    [Fact]
    public void The_mix_of_a_dive_costs_hardly_more_than_its_prices_promise()
    {
        var (_, bound) = Settled(RosterFile.Read("Instances/Instance3.txt"));
        Assert.InRange(ApartInDive(bound), 0, 0.01);
    }

    [Fact]
    public void Limits_of_a_shift_leave_rosters_that_use_them_up_in_the_mix()
    {
        var problem = RosterFile.Read("Instances/Instance3.txt");
        var limit = new ShiftCount([0], 0, 3);
        var (_, bound) = Settled(problem with
        {
            Employees = [.. problem.Employees.Select((one, index) => index == OfOneShift ? one
                : one with { Rules = [.. one.Rules, limit] })],
        });
        Assert.InRange(ApartInDive(bound), 0, 0.03);
    }

    [Fact]
    public void Steps_in_many_parts_on_two_threads_dive_to_the_schedule_of_all_at_once()
    {
        var problem = RosterFile.Read("Instances/Instance3.txt");
        var options = new SearchOptions { Seed = 2, Lanes = 2, CoolingSteps = 6_000 };
        var (one, two) = (new ScheduleSearch(problem, options), new ScheduleSearch(problem, options));
        one.Run(20_000);
        while (two.Steps < one.Steps)
        {
            two.Run(Math.Min(173, one.Steps - two.Steps), actions => Parallel.ForEach(actions, action => action()));
        }

        Assert.True(one.BestScore.IsValid);
        Assert.Equal(one.BestScore.Cost, (long)one.BestCost);
        Assert.InRange(one.BestCost, Optimum, Optimum * 1.03);
        Assert.All(Enumerable.Range(0, problem.Employees.Count),
            employee => Assert.Equal(one.Best.Of(employee).ToArray(), two.Best.Of(employee).ToArray()));
    }

    [Fact]
    public void A_period_too_long_to_be_walked_whole_is_dived_into_too()
    {
        var (lane, bound, known, _) = Dived(mostStates: 5_500);
        var best = lane.BestSchedule();
        Assert.True(Scoring.Of(RosterFile.Read("Instances/Instance3.txt"), best).IsValid);
        Assert.InRange(lane.BestCost / (double)Weights.Scale, known, Optimum * 1.05);
        Assert.True(bound.HasMix);
    }

    [Fact]
    public void What_is_locked_stays_in_every_dive()
    {
        var problem = RosterFile.Read("Instances/Instance3.txt");
        var first = new ScheduleSearch(problem, new SearchOptions { BoundShare = 0 });
        first.Run(problem.Employees.Count);
        var start = first.Best;
        var locked = Locks.AllBut(problem, Enumerable.Range(4, 10).ToHashSet(), 2, 12);
        var search = new ScheduleSearch(problem with { Start = start, Locked = locked },
            new SearchOptions { CoolingSteps = 4_000 });
        search.Run(10_000);
        Assert.True(search.BestScore.IsValid);
        Assert.True(search.BestCost < first.BestCost);
        Assert.True(search.IsDiving);
        Assert.All(locked, cell => Assert.Equal(start[cell.Employee, cell.Day], search.Best[cell.Employee, cell.Day]));
    }

    private static (Lane Lane, CoverageBound Bound, double Known, double Before) Dived(
        long mostStates = long.MaxValue)
    {
        var problem = RosterFile.Read("Instances/Instance3.txt");
        var (before, bound) = Settled(problem, mostStates);
        var lane = new Lane(problem, new RelaxedShapes(problem), new SearchOptions(), 0);
        var known = bound.Best;
        foreach (var pass in new MixDive(lane, bound).PlaceAll(() => 1_000))
        {
            Assert.True(pass >= 0);
        }

        return (lane, bound, known, before);
    }

    private static (double Before, CoverageBound Bound) Settled(
        SchedulingProblem problem, long mostStates = long.MaxValue)
    {
        var first = new ScheduleSearch(problem, new SearchOptions { BoundShare = 0 });
        first.Run(problem.Employees.Count);
        var bound = new CoverageBound(problem, new RelaxedShapes(problem).Shapes, first.BestCost, mostStates);
        bound.BeginNear(first.Best);
        while (!bound.HasSettled && bound.Steps < MostSteps)
        {
            bound.Step();
        }

        return (first.BestCost, bound);
    }

    private static double ApartInDive(CoverageBound bound)
    {
        bound.BeginDive();
        for (var step = 0; step < 100; step++)
        {
            bound.Step();
        }

        return bound.Apart;
    }
}
