using Muster.Scheduling.Content;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Tests.Content;

public sealed class PauseProgramTests
{
    private static readonly ShiftOption Shift = new()
    {
        Name = "day",
        Start = 480,
        Length = 480,
        Breaks =
        [
            new ShiftBreak { Name = "break", Minutes = 30, EarliestAfterStart = 60, LatestAfterStart = 180 },
            new ShiftBreak { Name = "meal", Minutes = 60, EndsBeforeStop = 90, MinGap = 90 },
        ],
    };

    [Fact]
    public void Pauses_lie_where_work_is_worth_least() => Fuzz.Check(200, seed =>
    {
        var (plan, values) = (PausePlan.Of(Shift, Grid()), Values(seed));
        var program = new PauseProgram(16);
        var best = int.MaxValue;
        for (var first = 2; first <= 6; first++)
        {
            for (var second = first + 1 + 3; second + 2 <= 13; second++)
            {
                best = Math.Min(best, values.Sum() - values[first] - values[second] - values[second + 1]);
            }
        }

        if (program.CostOf(plan, values) != best || !program.Place(plan, values))
        {
            return false;
        }

        var (pause, meal) = (program.Starts[0], program.Starts[1]);
        return values.Sum() - values[pause] - values[meal] - values[meal + 1] == best;
    });

    [Fact]
    public void Pauses_that_do_not_fit_are_told()
    {
        var shift = Shift with { Length = 150 };
        Assert.Null(new PauseProgram(16).CostOf(PausePlan.Of(shift, Grid()), new int[5]));
    }

    private static int[] Values(int seed)
    {
        var chance = new RandomSource((ulong)seed, 1);
        return [.. Enumerable.Range(0, 16).Select(_ => chance.Next(20) - 15)];
    }

    private static ShiftGrid Grid()
    {
        var demand = new IntervalDemand { Groups = ["sales"], IntervalMinutes = 30, Needs = new Need[48] };
        return new ShiftGrid(
            new SchedulingProblem { Days = 1, Options = [Shift], Demand = demand, Employees = [] }, demand);
    }
}
