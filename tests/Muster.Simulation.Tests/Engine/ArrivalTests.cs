using Muster.Simulation.Centre;
using Muster.Simulation.Chance;
using Muster.Simulation.Engine;
using Muster.Simulation.Events;

namespace Muster.Simulation.Tests.Engine;

public sealed class ArrivalTests
{
    private const int Days = 400;
    private const double Day = 86_400;

    [Fact]
    public void Intervals_get_the_calls_that_were_forecast()
    {
        double[] forecast = [0, 40, 10, 0];
        var counts = Counts(Arrivals.ByInterval(forecast, 6 * Centres.Hour, repeats: true), null);
        for (var i = 0; i < forecast.Length; i++)
        {
            var mean = counts.Where((_, interval) => interval % 4 == i).Average();
            var deviation = Math.Sqrt(forecast[i] / Days);
            Assert.InRange(mean, forecast[i] - (4 * deviation), forecast[i] + (4 * deviation));
        }
    }

    [Fact]
    public void Counts_are_Poisson_without_a_day_factor_and_dispersed_with_one()
    {
        var arrivals = Arrivals.ByInterval([50], 6 * Centres.Hour, repeats: true);
        Assert.InRange(Dispersion(Counts(arrivals, null)), 0.85, 1.15);
        Assert.InRange(Dispersion(Counts(arrivals, Distribution.Lognormal(1, 0.3))), 4, 7.5);
    }

    [Fact]
    public void After_the_last_interval_no_calls_come() =>
        Assert.All(
            Counts(Arrivals.ByInterval([50, 50], 6 * Centres.Hour), null).Skip(2),
            count => Assert.Equal(0, count));

    /// <summary>Queues share a busy day, or each has days of its own.</summary>
    [Theory]
    [InlineData(true, 0.9, 1)]
    [InlineData(false, -0.2, 0.2)]
    public void Day_factors_are_shared_when_they_should_be(bool isShared, double least, double most)
    {
        var queue = Centres.Queue("one", 100, 1, 1) with { DayFactor = Distribution.Lognormal(1, 0.5) };
        var model = Centres.Single(queue, 0, Days * Day) with
        {
            Queues = [queue, queue with { Name = "two" }],
            IntervalSeconds = Day,
            SharedDayFactor = isShared,
        };
        var run = new SimulationRun<NoSink>(model, 2, default);
        run.RunToEnd(CancellationToken.None);
        var pairs = Enumerable.Range(1, Days).Select(day =>
            ((double)run.Counts(day, 0).Offered, (double)run.Counts(day, 1).Offered)).ToList();
        Assert.InRange(Correlation(pairs), least, most);
    }

    [Fact]
    public void Replayed_calls_come_when_they_came_and_as_they_were()
    {
        var queue = new CallQueue
        {
            Name = "calls",
            Arrivals = Arrivals.Replay([new(5, 100), new(5, 7, 3), new(2000)]),
        };
        var events = new List<SimulationEvent>();
        var model = Centres.Single(queue, 1, 1000);
        new SimulationRun<ListSink>(model, 1, new ListSink(events)).RunToEnd(CancellationToken.None);
        var calls = events.Where(e => e.Call >= 0 && e.Kind != SimulationEventKind.AgentTalking);
        Assert.Equal(
            ["5 CallArrived", "5 CallAnswered", "5 CallArrived", "8 CallAbandoned", "105 CallEnded"],
            calls.Select(e => $"{e.AtSeconds} {e.Kind}"));
    }

    /// <summary>The same calls come, however many agents there are and whatever the calls are like.</summary>
    [Fact]
    public void Variants_meet_the_same_calls()
    {
        var queue = Centres.Queue("calls", 100, 200, 60);
        Assert.Equal(Times(Centres.Single(queue, 1, Day)), Times(Centres.Single(queue, 9, Day)));
        Assert.Equal(
            Times(Centres.Single(queue, 9, Day)),
            Times(Centres.Single(queue with { HandleTime = Distribution.Lognormal(300, 1) }, 9, Day)));
    }

    private static List<double> Times(CentreModel model)
    {
        var events = new List<SimulationEvent>();
        new SimulationRun<ListSink>(model, 8, new ListSink(events)).RunToEnd(CancellationToken.None);
        return [.. events.Where(e => e.Kind == SimulationEventKind.CallArrived).Select(e => e.AtSeconds)];
    }

    private static List<double> Counts(Arrivals arrivals, Distribution? dayFactor)
    {
        var queue = Centres.Queue("calls", 1, 1, 1) with { Arrivals = arrivals, DayFactor = dayFactor };
        var model = Centres.Single(queue, 0, Days * Day) with { IntervalSeconds = Day / 4 };
        var run = new SimulationRun<NoSink>(model, 6, default);
        run.RunToEnd(CancellationToken.None);
        return [.. Enumerable.Range(1, run.Intervals).Select(interval => (double)run.Counts(interval).Offered)];
    }

    private static double Dispersion(List<double> counts) =>
        counts.Average(count => Math.Pow(count - counts.Average(), 2)) / counts.Average();

    private static double Correlation(List<(double One, double Two)> pairs)
    {
        var (one, two) = (pairs.Average(pair => pair.One), pairs.Average(pair => pair.Two));
        return pairs.Sum(pair => (pair.One - one) * (pair.Two - two)) / Math.Sqrt(
            pairs.Sum(pair => Math.Pow(pair.One - one, 2)) * pairs.Sum(pair => Math.Pow(pair.Two - two, 2)));
    }
}
