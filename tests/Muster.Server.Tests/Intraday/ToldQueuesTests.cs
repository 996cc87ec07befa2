using Muster.Server.Intraday;
using Muster.Storage.Events;

namespace Muster.Server.Tests.Intraday;

public sealed class ToldQueuesTests
{
    private static readonly DateTimeOffset Nine = new(2026, 6, 8, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_source_that_tells_a_time_again_in_other_lengths_has_told_it_once()
    {
        var told = new ToldQueues(
            default,
            [
                Row(1, 0, 30, position: 9, offered: 40), Row(1, 15, 15, position: 2, offered: 21),
                Row(1, 30, 15, position: 3, offered: 22), Row(2, 0, 60, position: 1, offered: 5),
            ],
            new Dictionary<int, string>());

        Assert.Equal([40, 22, 5], told.ByQueue["sales"].Select(row => row.Offered));
    }

    [Fact]
    public void Quarters_that_correct_an_hour_take_its_place()
    {
        var told = new ToldQueues(
            default, [Row(1, 0, 60, position: 1, offered: 80), Row(1, 15, 15, position: 2, offered: 21)],
            new Dictionary<int, string>());

        Assert.Equal([21], told.ByQueue["sales"].Select(row => row.Offered));
    }

    private static IntervalStatistic Row(int source, int minute, int minutes, long position, double offered) => new()
    {
        Source = source,
        Queue = "sales",
        At = Nine.AddMinutes(minute),
        Minutes = minutes,
        Offered = offered,
        Run = 1,
        Position = position,
        Content = 0,
    };
}
