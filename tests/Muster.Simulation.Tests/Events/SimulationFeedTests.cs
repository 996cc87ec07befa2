using Muster.Simulation.Centre;
using Muster.Simulation.Events;
using NodaTime;

namespace Muster.Simulation.Tests.Events;

public sealed class SimulationFeedTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 0, 0);

    [Fact]
    public void A_host_gets_everything_once_whatever_its_pace()
    {
        var (slow, fast) = (new SimulationFeed(Model(), 4), new SimulationFeed(Model(), 4));
        var told = new List<SimulationEvent>();
        for (var now = Start; slow.NextAt is not null; now += Duration.FromSeconds(7))
        {
            var next = slow.RunUntil(now);
            Assert.All(next, e => Assert.True(slow.InstantOf(e.AtSeconds) <= now));
            told.AddRange(next);
        }

        Assert.Equal(fast.RunUntil(Start + Duration.FromDays(30)), told);
        Assert.Contains(told, e => e.Kind == SimulationEventKind.CallAbandoned);
    }

    [Fact]
    public void Steps_lead_from_event_to_event_until_all_is_over()
    {
        var feed = new SimulationFeed(Model(), 4);
        feed.RunUntil(Start);
        while (feed.NextAt is { } next)
        {
            Assert.All(feed.Step(), e => Assert.Equal(next, feed.InstantOf(e.AtSeconds)));
        }

        Assert.Empty(feed.Step());
        Assert.Empty(feed.RunUntil(Start + Duration.FromDays(1)));
        Assert.True(feed.Run.NowSeconds >= Model().HorizonSeconds);
    }

    [Fact]
    public void The_past_is_over()
    {
        var feed = new SimulationFeed(Model(), 4);
        feed.RunUntil(Start + Duration.FromMinutes(30));
        Assert.Empty(feed.RunUntil(Start + Duration.FromMinutes(10)));
        Assert.Equal(1800, feed.Run.NowSeconds);
    }

    private static CentreModel Model() =>
        Centres.Single(Centres.Queue("calls", 300, 120, 30), 9, 2 * Centres.Hour) with { Start = Start };
}
