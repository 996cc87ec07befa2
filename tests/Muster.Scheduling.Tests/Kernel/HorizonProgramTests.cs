using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Score;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Tests.Kernel;

public sealed class HorizonProgramTests
{
    [Fact]
    public void A_roster_costs_by_its_shape_what_its_rules_say() => Fuzz.Check(300, CostsWhatItsRulesSay);

    [Fact]
    public void A_history_longer_than_a_run_may_be_is_not_too_short() => Assert.True(CostsWhatItsRulesSay(281493));

    private static bool CostsWhatItsRulesSay(int seed)
    {
        var problem = Fuzz.Roster(seed);
        var shape = ShapeOf(problem);
        var chance = new RandomSource((ulong)seed, 1);
        var roster = Enumerable.Range(0, problem.Days)
            .Select(_ => chance.Next(problem.Options.Count + 1) - 1).ToArray();
        var score = Scoring.OfEmployee(problem, 0, roster);
        var cost = RosterCost.Of(shape, roster);
        return score.Breaches == 0
            ? cost == score.Cost * Weights.Scale
            : cost >= Weights.Breach * Weights.Scale;
    }

    [Fact]
    public void The_programme_finds_the_best_roster_of_all() => Fuzz.Check(150, seed =>
    {
        var problem = Fuzz.Roster(seed);
        var shape = ShapeOf(problem);
        if (shape.Sides.Count > 0)
        {
            return true;
        }

        var prices = Prices(shape, seed);
        var best = BruteForce.Rosters(problem).Where(roster => !IsForbidden(problem, roster))
            .Select(roster => CostOf(shape, prices, roster)).DefaultIfEmpty(long.MaxValue).Min();
        var program = new HorizonProgram();
        var empty = Enumerable.Repeat(-1, problem.Days).ToArray();
        var isFound = program.Solve(shape, new DayWindow(0, problem.Days), empty, prices);
        return isFound
            ? CostOf(shape, prices, program.Chosen[..problem.Days]) <= best && program.Value <= best
            : best >= Weights.Breach * Weights.Scale;
    });

    [Fact]
    public void A_window_is_filled_as_well_as_it_can_be() => Fuzz.Check(150, IsFilledWell);

    [Fact]
    public void A_span_after_the_window_has_room_for_its_fixed_days() => Assert.True(IsFilledWell(42654));

    [Fact]
    public void A_corridor_that_is_wide_loses_nothing() =>
        Fuzz.Check(150, seed => IsFilledWell(seed, new Corridor(Shifts: 50, Weekends: 50)));

    [Fact]
    public void In_a_corridor_a_roster_is_at_least_as_good_as_the_present_one() => Fuzz.Check(150, seed =>
    {
        var problem = Fuzz.Roster(seed);
        var shape = ShapeOf(problem);
        var program = new HorizonProgram();
        var present = Enumerable.Repeat(-1, problem.Days).ToArray();
        var window = new DayWindow(0, problem.Days);
        if (shape.Sides.Count > 0 || !program.Solve(shape, window, present, Prices(shape, seed)))
        {
            return true;
        }

        program.Chosen.AsSpan(0, problem.Days).CopyTo(present);
        program.Corridor = new Corridor(Shifts: 0, Weekends: 0);
        var prices = Prices(shape, seed + 1);
        return program.Solve(shape, window, present, prices)
            && CostOf(shape, prices, program.Chosen[..problem.Days]) <= CostOf(shape, prices, present);
    });

    private static bool IsFilledWell(int seed) => IsFilledWell(seed, corridor: null);

    private static bool IsFilledWell(int seed, Corridor? corridor)
    {
        var problem = Fuzz.Roster(seed);
        var shape = ShapeOf(problem);
        var program = new HorizonProgram();
        var prices = Prices(shape, seed);
        var roster = Enumerable.Repeat(-1, problem.Days).ToArray();
        if (shape.Sides.Count > 0 || !program.Solve(shape, new DayWindow(0, problem.Days), roster, prices))
        {
            return true;
        }

        program.Chosen.AsSpan(0, problem.Days).CopyTo(roster);
        program.Corridor = corridor;
        var chance = new RandomSource((ulong)seed, 3);
        var from = chance.Next(problem.Days);
        var window = new DayWindow(from, from + 1 + chance.Next(problem.Days - from));
        var fresh = Prices(shape, seed + 1);
        fresh.AsSpan(0, from * shape.Options.Length).Clear();
        fresh.AsSpan(window.To * shape.Options.Length).Clear();
        var best = BruteForce.Rosters(problem).Where(other => IsSameOutside(roster, other, window))
            .Where(other => !IsForbidden(problem, other)).Select(other => CostOf(shape, fresh, other))
            .DefaultIfEmpty(long.MaxValue).Min();
        if (!program.Solve(shape, window, roster, fresh[(from * shape.Options.Length)..]))
        {
            return false;
        }

        program.Chosen.AsSpan(0, window.Length).CopyTo(roster.AsSpan(from));
        return CostOf(shape, fresh, roster) <= best;
    }

    private static AgentShape ShapeOf(SchedulingProblem problem) =>
        ShapeBuilder.Of(new SuccessionCache(), problem, 0, new HashSet<int>());

    private static int[] Prices(AgentShape shape, int seed)
    {
        var chance = new RandomSource((ulong)seed, 2);
        return [.. shape.Costs.Select(cost => cost >= Weights.Never ? cost : cost + (chance.Next(40) * 16) - 320)];
    }

    private static long CostOf(AgentShape shape, int[] prices, int[] roster)
    {
        var cost = RosterCost.Of(shape, roster);
        for (var day = 0; day < roster.Length; day++)
        {
            var cell = (day * shape.Options.Length) + roster[day];
            cost += roster[day] < 0 || prices[cell] >= Weights.Never ? 0 : prices[cell] - shape.Costs[cell];
        }

        return cost;
    }

    private static bool IsSameOutside(int[] roster, int[] other, DayWindow window) =>
        Enumerable.Range(0, roster.Length)
            .All(day => (day >= window.From && day < window.To) || roster[day] == other[day]);

    // What the programme never does, whatever it costs: it has no state for it.
    private static bool IsForbidden(SchedulingProblem problem, int[] roster) =>
        Scoring.OfEmployee(problem, 0, roster).Breaches > 0;
}
