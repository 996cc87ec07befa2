using Muster.Server.Intraday;
using NodaTime;

namespace Muster.Server.Tests.Intraday;

/// <summary>Who is there, as far as it is known.</summary>
public sealed class AgentsOfDayTests
{
    private static readonly DayFrame Quarters = new(new LocalDate(2026, 6, 8), DateTimeZone.Utc, 15);
    private static readonly IReadOnlyList<IReadOnlyList<double>> Needs =
        [Enumerable.Repeat(1.0, Quarters.Intervals.Count).ToArray()];
    private static readonly AgentsOfDay Known = new()
    {
        ScheduleVersion = 1,
        OnQueue = [new AgentPresence([0], [new Interval(At(0), At(60))])],
        AsOf = At(60),
    };

    [Fact]
    public void While_a_source_is_silent_nobody_knows_who_is_on_queue()
    {
        var silent = Known with { Unknown = [new Interval(At(20), At(25)), new Interval(At(50), At(60))] };

        Assert.Equal([1, 1, 1, 1, null], Known.By(Quarters, Needs)[0].OnQueue.Take(5));
        Assert.Equal([1, null, 1, null, null], silent.By(Quarters, Needs)[0].OnQueue.Take(5));
        Assert.Equal(1, Known.At(At(60), Quarters, Needs)[0].OnQueue[0]);
        Assert.Null(silent.At(At(60), Quarters, Needs)[0].OnQueue[0]);
    }

    [Fact]
    public void What_was_known_a_while_ago_is_not_who_is_there_now() =>
        Assert.Null(Known.At(At(61), Quarters, Needs)[0].OnQueue[0]);

    /// <param name="minute">After midnight.</param>
    private static Instant At(int minute) => Quarters.Day.Start + Duration.FromMinutes(minute);
}
