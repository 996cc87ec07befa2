using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using static Muster.Domain.Tests.Schedules.DayText;

namespace Muster.Domain.Tests.Schedules;

public sealed class LiveSchedulesTests
{
    private static readonly AgentId Ann = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    [Fact]
    public void What_is_newer_takes_the_place_of_what_is_there_and_the_snapshot_before_stays()
    {
        var before = LiveSchedules.Of(Date, Date.PlusDays(2), [Is(1, "work 9-17"), Is(1, "work 9-12", 1)]);

        var after = before.WithNewer([Is(3, "work 11-12"), Is(2, "work 10-12"), Is(1, "work 8-9", 1)]);

        Assert.Equal([Day("work 11-12"), Day("work 9-12")], after.Of(Ann).Select(day => day.Content));
        Assert.Equal([Day("work 9-17"), Day("work 9-12")], before.Of(Ann).Select(day => day.Content));
    }

    [Fact]
    public void Days_outside_of_the_window_are_not_kept()
    {
        var live = LiveSchedules.Of(Date, Date.PlusDays(2), [Is(1, "work 9-17", 2), Is(1, "work 9-17", -1)]);

        Assert.Empty(live.Of(Ann));
        Assert.True(live.Holds(Date, Date.PlusDays(2)));
        Assert.False(live.Holds(Date, Date.PlusDays(3)));
    }

    private static AgentDay Is(long version, string text, int day = 0) => new(
        Ann, Date.PlusDays(day), new ManagementUnitId(Guid.Empty), version, version, Day(text));
}
