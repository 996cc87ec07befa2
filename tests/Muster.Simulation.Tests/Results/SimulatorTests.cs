using Muster.Simulation.Centre;
using Muster.Simulation.Results;

namespace Muster.Simulation.Tests.Results;

public sealed class SimulatorTests
{
    private const double Perfect = 1e-9;

    private static readonly CallQueue Queue = Centres.Queue("calls", 200, 180, 120);

    [Theory]
    [InlineData(1, 12.7062)]
    [InlineData(2, 4.3027)]
    [InlineData(3, 3.1824)]
    [InlineData(9, 2.2622)]
    [InlineData(39, 2.0227)]
    public void Student_quantiles_are_close(int degrees, double expected) =>
        Assert.Equal(expected, StudentQuantile.At975(degrees), 0.005);

    /// <summary>Of 100 half-widths about 95 must hold the truth, which a long run tells.</summary>
    [Fact]
    public void Half_widths_hold_the_truth_as_often_as_they_say()
    {
        var model = Centres.Single(Queue, 11, 1);
        var truth = model.ForCalls(1_000_000, 200).Run(seed: 77).Total.All;
        var held = Enumerable.Range(0, 100).Count(seed =>
        {
            var level = model.ForCalls(20_000, 200).Run((ulong)seed).Total.All.ServiceLevels[0]!.Value;
            return Math.Abs(level.Value - truth.ServiceLevels[0]!.Value.Value) <= level.HalfWidth;
        });
        Assert.InRange(held, 87, 100);
    }

    [Fact]
    public void Replications_and_batches_agree()
    {
        var batches = Centres.Single(Queue, 11, 1).ForCalls(400_000, 200).Run().Total.All.ServiceLevels[0]!.Value;
        var day = Centres.Single(Queue, 11, 30 * Centres.Hour) with { WarmUpSeconds = 6 * Centres.Hour };
        var days = day.Run(seed: 2, replications: 80).Total.All.ServiceLevels[0]!.Value;
        Assert.InRange(days.Value - batches.Value, -2 * days.HalfWidth!.Value, 2 * days.HalfWidth.Value);
        Assert.True(day.Run(seed: 2, replications: 20).Total.All.ServiceLevels[0]!.Value.HalfWidth > days.HalfWidth);
    }

    [Fact]
    public void Intervals_add_up_to_the_total()
    {
        var result = (Centres.Single(Queue, 8, 7000) with { WarmUpSeconds = 300 }).Run(replications: 6);
        double Sum(Func<QueueResult, double> of) => result.Intervals.Sum(interval => of(interval.All));
        var all = result.Total.All;
        Assert.Equal(all.Offered.Value, Sum(queue => queue.Offered.Value), Perfect);
        Assert.Equal(all.Abandoned.Value, Sum(queue => queue.Abandoned.Value), Perfect);
        Assert.Equal((300, 7000), (result.Total.StartSeconds, result.Total.EndSeconds));
        Assert.Equal((8, 6600, 7000),
            (result.Intervals.Count, result.Intervals[^1].StartSeconds, result.Intervals[^1].EndSeconds));
        Assert.All(result.Intervals, interval => Assert.Equal(8, interval.All.AgentsOnQueue!.Value.Value, Perfect));
        Assert.Equal(all, result.Total.Queues[0] with { Name = "all", ServiceLevels = all.ServiceLevels });
    }

    /// <summary>
    /// With the same calls one agent more never raises the mean wait, up to the odd call that is unlucky.
    /// </summary>
    [Fact]
    public void More_agents_never_raise_waits()
    {
        var waits = Enumerable.Range(6, 12).Select(agents =>
            Centres.Single(Queue, agents, 200 * Centres.Hour).Run().Total.All.MeanWaitSeconds!.Value.Value).ToList();
        Assert.Equal(waits.OrderDescending(), waits);
    }

    [Fact]
    public void Another_seed_gives_another_run_and_the_same_seed_the_same()
    {
        var model = Centres.Single(Queue, 8, 7000);
        Assert.Equivalent(model.Run(3, 4), model.Run(3, 4), strict: true);
        Assert.NotEqual(model.Run(3, 4).Total.All.Offered, model.Run(4, 4).Total.All.Offered);
    }

    [Theory]
    [InlineData(0, 1, "Replications is 0")]
    [InlineData(1, -1, "Threads is -1")]
    public void Wrong_options_are_refused(int replications, int threads, string expected)
    {
        var options = new SimulationOptions { Replications = replications, Threads = threads };
        var error = Assert.Throws<ArgumentException>(() =>
            Simulator.Run(Centres.Single(Queue, 8, 100), options, CancellationToken.None));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_can_be_cancelled() => Assert.ThrowsAny<OperationCanceledException>(() =>
        Simulator.Run(Centres.Single(Queue, 8, 100), new SimulationOptions(), new CancellationToken(true)));
}
