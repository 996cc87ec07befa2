using Muster.Scheduling.Bound;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Tests.Bound;

public sealed class CoverageBoundTests
{
    private const double Tiny = 1e-6;

    /// <summary>With which most of the published rosters' people have no room for weekends.</summary>
    private const long PaidTimeOnly = 5_500;

    [Fact]
    public void It_is_never_above_the_best_schedule_there_is() => Fuzz.Check(150, seed =>
    {
        var problem = Fuzz.Roster(seed);
        if (BruteForce.Best(problem, 5_000) is not { IsValid: true } best)
        {
            return true;
        }

        return Highest(new CoverageBound(problem, best.Cost), 40) <= best.Cost + Tiny;
    });

    [Fact]
    public void It_is_never_above_the_best_schedule_where_a_period_is_too_long_to_be_walked_whole() =>
        Fuzz.Check(150, seed =>
        {
            var problem = Fuzz.Roster(seed);
            return BruteForce.Best(problem, 5_000) is not { IsValid: true } best
                || Highest(OfLong(problem, best.Cost), 40) <= best.Cost + Tiny;
        });

    [Theory]
    [InlineData("Instance2.txt", 828)]
    [InlineData("Instance3.txt", 1001)]
    public void It_comes_near_the_optimum_where_a_period_is_too_long_to_be_walked_whole(string file, double optimum)
    {
        var problem = RosterFile.Read($"Instances/{file}");
        var within = new RelaxedShapes(problem).Shapes.Select(shape => shape.Within(PaidTimeOnly));
        Assert.InRange(within.Count(shape => shape is { Weekends: [], Paid: not [] }), 8, problem.Employees.Count);
        var bound = OfLong(problem, optimum, PaidTimeOnly);
        Assert.InRange(Highest(bound, 300), optimum * 0.85, optimum);
    }

    [Fact]
    public void It_is_never_above_the_best_schedule_of_a_centre_with_several_skills() => Fuzz.Check(100, seed =>
    {
        var problem = Fuzz.Skilled(seed);
        return BruteForce.Best(problem, 5_000) is not { IsValid: true } best
            || Highest(new CoverageBound(problem, best.Cost), 30) <= best.Cost + Tiny;
    });

    [Fact]
    public void It_comes_near_the_best_schedules_of_centres_with_several_skills()
    {
        double bounds = 0, costs = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var problem = Fuzz.Skilled(seed);
            if (BruteForce.Best(problem, 5_000) is { IsValid: true } best)
            {
                bounds += Highest(new CoverageBound(problem, best.Cost), 60);
                costs += best.Cost;
            }
        }

        Assert.InRange(bounds, 0.9 * costs, costs);
    }

    [Fact]
    public void It_is_hardly_lower_where_days_off_only_say_how_many_can_work()
    {
        var problem = Fuzz.Week(5);
        var shapes = new RelaxedShapes(problem).Shapes;
        var exact = Highest(new CoverageBound(problem, shapes, 100_000), 400);
        var capped = Highest(new CoverageBound(problem, shapes, 100_000, mostClasses: 0), 400);
        Assert.InRange(capped, 0.97 * exact, 1.001 * exact);
    }

    [Fact]
    public void It_is_never_above_what_a_search_finds_in_a_centre_with_breaks() => Fuzz.Check(25, seed =>
    {
        var problem = Fuzz.Centre(seed);
        var search = new ScheduleSearch(problem, new SearchOptions { Seed = 1 });
        search.Run(400);
        var found = search.BestScore;
        return !found.IsValid
            || Math.Max(Highest(new CoverageBound(problem, found.Cost, search.Best), 30), search.Bound ?? 0)
                <= found.Cost + Tiny;
    });

    [Theory]
    [InlineData("Instance1.txt", 607)]
    [InlineData("Instance2.txt", 828)]
    [InlineData("Instance3.txt", 1001)]
    public void It_comes_near_the_proven_optimum_of_published_rosters(string file, double optimum)
    {
        var bound = new CoverageBound(RosterFile.Read($"Instances/{file}"), optimum);
        Assert.InRange(Highest(bound, 300), optimum * 0.9, optimum);
    }

    // As where weekends and paid time over all days are more states than fit into memory.
    private static CoverageBound OfLong(SchedulingProblem problem, double upper, long mostStates = 0) =>
        new(problem, new RelaxedShapes(problem).Shapes, upper, mostStates);

    private static double Highest(CoverageBound bound, int steps)
    {
        while (bound.Steps < steps)
        {
            bound.Step();
        }

        return bound.Best;
    }
}
