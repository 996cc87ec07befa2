using Muster.Domain.Organization;
using Muster.Simulation.Results;

namespace Muster.Simulation.Tests.Reference;

/// <summary>Steady states that formulas give exactly: Erlang C, and Erlang A's published example.</summary>
public sealed class ExactTests
{
    private const double Widths = 2;

    [Theory]
    [InlineData(20, 180, 3, 20)]
    [InlineData(200, 180, 12, 20)]
    [InlineData(2880, 60, 50, 30)]
    [InlineData(1200, 300, 110, 10)]
    public void It_agrees_with_Erlang_C(double perHour, double handleSeconds, int agents, double within)
    {
        var queue = Centres.Queue("calls", perHour, handleSeconds, double.PositiveInfinity);
        var model = Centres.Single(queue with { AnswerWithinSeconds = within }, agents, 1);
        var all = model.ForCalls(600_000, perHour).Run(seed: 7).Total.All;

        var load = perHour * handleSeconds / Centres.Hour;
        var waits = ErlangC(agents, load);
        var level = 1 - (waits * Math.Exp(-(agents - load) * within / handleSeconds));
        var answer = waits * handleSeconds / (agents - load);
        Near(level, all.ServiceLevel(ServiceLevelDefinition.AnsweredOfOffered));
        Near(level, all.ServiceLevel(ServiceLevelDefinition.WaitedNoLonger));
        Near(answer, all.AverageSpeedOfAnswerSeconds);
        Near(load / agents, all.Occupancy);
        Near(answer * perHour / Centres.Hour, all.QueueLength);
        Near(agents, all.AgentsOnQueue);
    }

    /// <summary>
    /// Mandelbaum and Zeltyn's example of Erlang A: 48 calls a minute of 1 minute, patience 2 minutes, 50 agents.
    /// </summary>
    [Fact]
    public void It_agrees_with_Erlang_A()
    {
        var model = Centres.Single(Centres.Queue("calls", 2880, 60, 120), 50, 1);
        var all = model.ForCalls(1_000_000, 2880).Run(seed: 5).Total.All;

        Near(0.03091, all.AbandonmentRate);
        Near(3.709, all.MeanWaitSeconds);
        Near(2.97, all.QueueLength);
        Near(0.9303, all.Occupancy);
    }

    /// <summary>L'Ecuyer and Buist's example CallCC: 13 hours that go up and down, busy and quiet days.</summary>
    [Fact]
    public void It_agrees_with_a_published_day()
    {
        var all = PublishedDay.Model().Run(seed: 3, replications: 1000).Total.All;

        Assert.InRange(all.Offered.Value, 1660 - (3 * 33), 1660 + (3 * 33));
        Assert.InRange(all.MeanWaitSeconds!.Value.Value, 10.06, 13.61);
        Assert.InRange(all.ServiceLevel(ServiceLevelDefinition.WaitedNoLonger)!.Value.Value, 0.844, 0.862);
        Assert.InRange(all.AbandonmentRate!.Value.Value, 0.031, 0.037);
    }

    private static double ErlangC(int agents, double load)
    {
        var inverse = 1.0;
        for (var k = 1; k <= agents; k++)
        {
            inverse = 1 + (k / load * inverse);
        }

        return agents / ((agents - load) * inverse + load);
    }

    private static void Near(double expected, Estimate? found) => Assert.InRange(
        Math.Abs(found!.Value.Value - expected), 0, (Widths * found.Value.HalfWidth!.Value) + (1e-3 * expected));
}
