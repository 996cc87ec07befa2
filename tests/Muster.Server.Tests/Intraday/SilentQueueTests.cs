using Muster.Server.Intraday;
using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Tests.Intraday;

/// <summary>Whether anything should be told of a queue on a Saturday.</summary>
public sealed class SilentQueueTests
{
    private static readonly TimeSpan Eight = TimeSpan.FromHours(8);
    private static readonly TimeSpan Ten = TimeSpan.FromHours(10);

    private static readonly DayFrame Saturday = new(
        new LocalDate(2026, 6, 13), DateTimeZoneProviders.Tzdb["Europe/Berlin"], 15);

    [Fact]
    public void A_queue_is_expected_at_the_hour_at_which_it_was_told_of_on_such_weekdays() =>
        Assert.Equal(
            Saturday.Day.Start + Duration.FromHours(10),
            SilentQueue.Of(Told(back: 12, Eight, Ten), Saturday)?.From);

    [Fact]
    public void A_queue_that_was_told_of_on_other_weekdays_alone_is_not_expected() =>
        Assert.Null(SilentQueue.Of(Told(back: 7, Eight, null), Saturday));

    [Fact]
    public void A_queue_that_is_new_is_expected_as_on_the_days_that_there_were() =>
        Assert.Equal(
            Saturday.Day.Start + Duration.FromHours(8), SilentQueue.Of(Told(back: 6, Eight, null), Saturday)?.From);

    [Fact]
    public void Two_weeks_are_looked_at_by_the_clock_of_the_unit()
    {
        var days = SilentQueue.DaysBefore(Saturday);

        Assert.Equal(
            [new DateTimeOffset(2026, 6, 5, 22, 0, 0, default), new DateTimeOffset(2026, 5, 29, 22, 0, 0, default)],
            days.Where(day => day.IsSame).Select(day => day.Start));
        Assert.Equal(14, days.Count);
        Assert.Equal(Saturday.Day.Start.ToDateTimeOffset(), days[0].End);
    }

    /// <param name="back">So many days before it was told of first, at noon.</param>
    private static QueueTeller Told(int back, TimeSpan onAnyDay, TimeSpan? onSaturdays) => new(
        1, "cards", (Saturday.Day.Start - Duration.FromDays(back)).ToDateTimeOffset().AddHours(12), onAnyDay,
        onSaturdays);
}
