using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;
using Muster.Scheduling.Score;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Tests.Search;

public sealed class ScheduleSearchTests
{
    [Fact]
    public void A_search_of_a_roster_knows_its_score_after_every_move() =>
        Fuzz.Check(60, seed => KnowsItsScore(Fuzz.Roster(seed), seed, 40));

    [Fact]
    public void A_search_of_a_centre_knows_its_score_after_every_move() =>
        Fuzz.Check(30, seed => KnowsItsScore(Fuzz.Centre(seed), seed, 25));

    [Fact]
    public void A_search_never_ends_without_a_schedule_and_says_what_it_had_to_break() => Fuzz.Check(120, seed =>
    {
        var problem = Fuzz.Roster(seed);
        var search = new ScheduleSearch(problem, new SearchOptions { Seed = (ulong)seed });
        search.Run(60);
        var broken = Scoring.Breaches(problem, search.Best).Where(breach => breach.Rule.IsHard)
            .Select(breach => breach.Employee).ToHashSet();
        return broken.IsSubsetOf(search.Contradictions.Select(contradiction => contradiction.Employee));
    });

    [Fact]
    public void A_search_finds_the_best_schedule_of_nearly_all_tiny_problems()
    {
        var (found, all) = (0, 0);
        for (var seed = 0; seed < 150; seed++)
        {
            var problem = Fuzz.Roster(seed);
            if (BruteForce.Best(problem, 5_000) is not { IsValid: true } best)
            {
                continue;
            }

            var search = new ScheduleSearch(problem, new SearchOptions { CoolingSteps = 300 });
            search.Run(900);
            all++;
            found += search.BestScore == best ? 1 : 0;
            Assert.True(search.BestScore.IsValid && (search.Bound ?? 0) <= best.Cost);
        }

        Assert.InRange(found, all * 0.97, all);
    }

    [Fact]
    public void The_same_seed_and_steps_give_the_same_schedule_on_one_thread_and_on_two()
    {
        var problem = RosterFile.Read("Instances/Instance2.txt");
        var options = new SearchOptions { Seed = 5, Lanes = 2, CoolingSteps = 400 };
        var (one, two) = (new ScheduleSearch(problem, options), new ScheduleSearch(problem, options));
        one.Run(1_500);
        for (var i = 0; i < 15; i++)
        {
            two.Run(100, actions => Parallel.ForEach(actions, action => action()));
        }

        Assert.Equal(Cells(one.Best), Cells(two.Best));
    }

    [Theory]
    [InlineData("Instance1.txt", 607, 607)]
    [InlineData("Instance2.txt", 828, 1050)]
    [InlineData("Instance3.txt", 1001, 1300)]
    public void Published_rosters_come_near_their_proven_optimum(string file, long optimum, long most)
    {
        var problem = RosterFile.Read($"Instances/{file}");
        var search = new ScheduleSearch(problem, new SearchOptions { CoolingSteps = 3_000 });
        search.Run(3_000);
        Assert.True(search.BestScore.IsValid);
        Assert.InRange(search.BestScore.Cost, optimum, most);
    }

    [Fact]
    public void A_published_tour_gets_a_valid_schedule()
    {
        var search = new ScheduleSearch(
            TourFile.Read("Instances/tour_1_7_10_1.txt"), new SearchOptions { CoolingSteps = 300 });
        search.Run(300);
        Assert.True(search.BestScore.IsValid);
        Assert.InRange(search.BestScore.Cost, 300, 600);
    }

    [Fact]
    public void Locked_cells_stay_as_they_were() => Fuzz.Check(80, seed =>
    {
        var problem = Fuzz.Roster(seed);
        var chance = new RandomSource((ulong)seed, 9);
        var start = new Schedule(problem.Employees.Count, problem.Days);
        for (var employee = 0; employee < start.Employees; employee++)
        {
            for (var day = 0; day < start.Days; day++)
            {
                start.Set(employee, day, chance.Next(problem.Options.Count + 1) - 1);
            }
        }

        var locked = Locks.AllBut(problem, new HashSet<int> { 0 }, 0, 1 + chance.Next(problem.Days));
        var search = new ScheduleSearch(problem with { Start = start, Locked = locked }, new SearchOptions());
        search.Run(50);
        var best = search.Best;
        return locked.All(cell => best[cell.Employee, cell.Day] == start[cell.Employee, cell.Day]);
    });

    [Fact]
    public void What_is_locked_and_breaks_a_rule_by_far_keeps_nothing_else_from_getting_better()
    {
        var start = new Schedule(1, 4);
        start.Set(0, 0, 1);
        start.Set(0, 1, 0);
        var search = new ScheduleSearch(
            new SchedulingProblem
            {
                Days = 4,
                FirstDay = new(2026, 3, 2),
                Options =
                [
                    new ShiftOption { Name = "Early", Start = 240, Length = 480 },
                    new ShiftOption { Name = "Late", Start = 840, Length = 480 },
                ],
                Demand = new IntervalDemand
                {
                    Groups = ["Calls"],
                    IntervalMinutes = 60,
                    Needs = [.. Enumerable.Range(0, 96).Select(hour => new Need(hour >= 48 ? 1 : 0, 1, 10, 1))],
                },
                Employees =
                [
                    new Employee
                    {
                        Name = "Ann",
                        Groups = [0],
                        Options = [0, 1],
                        Rules = [new RestBetweenShifts(660)],
                    },
                ],
                Start = start,
                Locked = new HashSet<Cell> { new(0, 0), new(0, 1) },
            },
            new SearchOptions { CoolingSteps = 50 });
        search.Run(200);
        Assert.Equal((1, 0), (search.Best[0, 0], search.Best[0, 1]));
        Assert.NotEqual(Schedule.Off, search.Best[0, 2]);
        Assert.NotEqual(Schedule.Off, search.Best[0, 3]);
    }

    [Fact]
    public void A_cooling_to_a_deadline_goes_on_from_the_best()
    {
        var problem = RosterFile.Read("Instances/Instance1.txt");
        var search = new ScheduleSearch(problem, new SearchOptions { CoolingSteps = 100 });
        search.Run(300);
        var before = search.BestScore;
        search.CoolWithin(500);
        Assert.Equal(before, search.BestScore);
        search.Run(500);
        Assert.True(search.BestScore <= before);
    }

    [Fact]
    public void A_search_that_is_given_a_schedule_is_never_worse_than_it()
    {
        var problem = RosterFile.Read("Instances/Instance1.txt");
        var first = new ScheduleSearch(problem, new SearchOptions { CoolingSteps = 100 });
        first.Run(300);
        var next = new ScheduleSearch(problem with { Start = first.Best }, new SearchOptions { Seed = 2 });
        Assert.Equal(first.BestScore, next.BestScore);
        next.Run(100);
        Assert.True(next.BestScore <= first.BestScore);
    }

    [Fact]
    public void A_requirement_beyond_the_staff_gives_the_best_that_can_be_had()
    {
        var problem = RosterFile.Read("Instances/Instance1.txt");
        var tenfold = problem with
        {
            Demand = new ShiftDemand
            {
                Needs = [.. problem.Demand.Needs.Select(need =>
                    need with { Least = need.Least * 10, Most = need.Most * 10 })],
            },
        };
        var search = new ScheduleSearch(tenfold, new SearchOptions { CoolingSteps = 200 });
        search.Run(200);
        Assert.True(search.BestScore.IsValid);
    }

    [Fact]
    public void A_wrong_problem_is_refused_with_its_fields()
    {
        var problem = RosterFile.Read("Instances/Instance1.txt");
        var wrong = problem with { Employees = [new Employee { Name = "X", Options = [7] }], Days = 3 };
        var error = Assert.Throws<ArgumentException>(() => new ScheduleSearch(wrong, new SearchOptions()));
        Assert.Contains("employees[0].options", error.Message, StringComparison.Ordinal);
        Assert.Contains("demand.needs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_and_nothing_wanted_is_a_schedule_too()
    {
        var problem = new SchedulingProblem
        {
            Days = 3,
            Options = [],
            Demand = new ShiftDemand { Needs = [] },
            Employees = [new Employee { Name = "X" }],
        };
        var search = new ScheduleSearch(problem, new SearchOptions());
        search.Run(10);
        Assert.Equal(new ScheduleScore(0, 0), search.BestScore);
        search = new ScheduleSearch(problem with { Employees = [] }, new SearchOptions());
        search.Run(10);
        Assert.Equal(new ScheduleScore(0, 0), search.BestScore);
    }

    private static bool KnowsItsScore(SchedulingProblem problem, int seed, int steps)
    {
        var search = new ScheduleSearch(problem, new SearchOptions { Seed = (ulong)seed, CoolingSteps = 20 });
        for (var step = 0; step < steps; step++)
        {
            search.Step();
            var (lane, score) = (search.Lanes[0], Scoring.Of(problem, search.Lanes[0].Current));
            var counted = lane.CountFromNothing();
            if (lane.Cost != counted || (score.IsValid && lane.Cost != score.Cost * 16))
            {
                return false;
            }
        }

        return true;
    }

    private static int[] Cells(Schedule schedule) =>
        [.. Enumerable.Range(0, schedule.Employees).SelectMany(employee => schedule.Of(employee).ToArray())];
}
