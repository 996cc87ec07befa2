using Muster.Scheduling.Bound;

namespace Muster.Scheduling.Tests.Bound;

public sealed class CoverageBoundTests
{
    [Fact]
    public void It_is_never_above_the_best_schedule_there_is() => Fuzz.Check(150, seed =>
    {
        var problem = Fuzz.Roster(seed);
        if (BruteForce.Best(problem, 5_000) is not { IsValid: true } best)
        {
            return true;
        }

        var bound = new CoverageBound(problem, best.Cost);
        for (var step = 0; step < 40; step++)
        {
            bound.Step();
            if (bound.Best > best.Cost + 1e-6)
            {
                return false;
            }
        }

        return true;
    });

    [Theory]
    [InlineData("Instance1.txt", 607)]
    [InlineData("Instance2.txt", 828)]
    public void It_comes_near_the_proven_optimum_of_published_rosters(string file, double optimum)
    {
        var bound = new CoverageBound(RosterFile.Read($"Instances/{file}"), optimum);
        for (var step = 0; step < 300; step++)
        {
            bound.Step();
        }

        Assert.InRange(bound.Best, optimum * 0.9, optimum);
    }
}
