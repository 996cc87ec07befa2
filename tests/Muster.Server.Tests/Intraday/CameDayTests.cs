using Muster.Server.Intraday;
using NodaTime;

namespace Muster.Server.Tests.Intraday;

/// <summary>What came, on the intervals of a day.</summary>
public sealed class CameDayTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly DayFrame Quarters = new(new LocalDate(2026, 6, 8), Berlin, 15);

    [Fact]
    public void Short_intervals_add_up_to_those_of_the_forecast()
    {
        var came = new CameDay([Told(1, 60, 5, 3), Told(1, 65, 5, 4), Told(2, 70, 5, 5)]);

        var sums = came.By(Quarters, null);

        Assert.Equal(12, sums[4]!.Value.Offered);
        Assert.Equal([4], sums.Index().Where(slot => slot.Item is not null).Select(slot => slot.Index));
    }

    [Fact]
    public void An_hour_is_parted_as_the_forecast_expects_it()
    {
        var weights = new double[96];
        (weights[4], weights[5], weights[6], weights[7]) = (10, 20, 30, 40);

        var sums = new CameDay([Told(1, 60, 60, 200)]).By(Quarters, weights);

        Assert.Equal([20, 40, 60, 80], sums.Skip(4).Take(4).Select(slot => slot!.Value.Offered));
    }

    [Fact]
    public void An_hour_that_nobody_expected_is_parted_evenly()
    {
        var sums = new CameDay([Told(1, 60, 60, 200)]).By(Quarters, new double[96]);

        Assert.Equal([50, 50, 50, 50], sums.Skip(4).Take(4).Select(slot => slot!.Value.Offered));
    }

    [Fact]
    public void Twenty_minutes_lie_in_two_quarters()
    {
        var sums = new CameDay([Told(1, 60, 20, 40)]).By(Quarters, null);

        Assert.Equal([30, 10], sums.Skip(4).Take(2).Select(slot => slot!.Value.Offered));
    }

    [Fact]
    public void It_is_known_as_far_as_the_slowest_source_has_told()
    {
        var came = new CameDay([Told(1, 60, 15, 1), Told(1, 75, 15, 1), Told(2, 60, 15, 1)]);

        Assert.Equal(Quarters.Day.Start + Duration.FromMinutes(75), came.Until);
    }

    [Fact]
    public void A_source_that_fell_silent_holds_nobody_up()
    {
        var came = new CameDay([Told(1, 60, 15, 1), Told(2, 180, 15, 1)]);

        Assert.Equal(Quarters.Day.Start + Duration.FromMinutes(195), came.Until);
    }

    [Fact]
    public void Queues_that_are_told_by_the_hour_are_awaited()
    {
        var came = new CameDay([Told(1, 60, 60, 1), Told(1, 60, 15, 1), Told(1, 210, 15, 1)]);

        Assert.Equal(Quarters.Day.Start + Duration.FromMinutes(120), came.Until);
        Assert.Empty(came.LeftBehind);
    }

    [Fact]
    public void It_is_said_of_which_source_nobody_waits_any_more()
    {
        var came = new CameDay([Told(1, 60, 15, 1), Told(2, 180, 15, 1)]);

        Assert.Equal([(1, Quarters.Day.Start + Duration.FromMinutes(75))], came.LeftBehind);
    }

    [Fact]
    public void A_queue_of_which_nothing_is_told_yet_is_awaited_from_when_the_others_began()
    {
        var early = new CameDay([Told(1, 60, 15, 1), Told(1, 75, 15, 1)])
        {
            Silent = [new SilentQueue(2, "cards", Quarters.Day.Start)],
        };
        var late = early with { Intervals = [.. early.Intervals, Told(1, 135, 15, 1)] };

        Assert.Equal((Quarters.Day.Start + Duration.FromMinutes(60), 0), (early.Until, early.Missed.Count));
        Assert.Equal((Quarters.Day.Start + Duration.FromMinutes(150), 1), (late.Until, late.Missed.Count));
        Assert.Empty(late.LeftBehind);
    }

    [Fact]
    public void A_queue_that_opens_later_than_the_others_is_missed_an_hour_after_it_should_have_begun()
    {
        var night = new CameDay([Told(1, 0, 15, 1), Told(1, 480, 15, 1)])
        {
            Silent = [new SilentQueue(1, "cards", Quarters.Day.Start + Duration.FromHours(8))],
        };
        var day = night with { Intervals = [.. night.Intervals, Told(1, 555, 15, 1)] };

        Assert.Equal((Quarters.Day.Start + Duration.FromHours(8), 0), (night.Until, night.Missed.Count));
        Assert.Equal((Quarters.Day.Start + Duration.FromMinutes(570), 1), (day.Until, day.Missed.Count));
    }

    [Fact]
    public void An_hour_over_midnight_is_parted_between_its_days()
    {
        var (before, after) = (Told(1, -30, 60, 80), Told(1, (24 * 60) - 15, 60, 40));

        var sums = new CameDay([before, after]).By(Quarters, null);

        Assert.Equal([20.0, 20.0, null], sums.Take(3).Select(slot => slot?.Offered));
        Assert.Equal([null, 10.0], sums.TakeLast(2).Select(slot => slot?.Offered));
    }

    [Fact]
    public void Without_a_word_nothing_is_known() => Assert.Null(new CameDay([]).Until);

    [Theory]
    [InlineData(2026, 3, 29, 92)]
    [InlineData(2026, 6, 8, 96)]
    [InlineData(2026, 10, 25, 100)]
    public void A_day_has_the_intervals_that_elapse(int year, int month, int day, int count)
    {
        var frame = new DayFrame(new LocalDate(year, month, day), Berlin, 15);

        Assert.Equal(count, frame.Intervals.Count);
        Assert.Equal(95, frame.ClockSlots[^1]);
    }

    [Fact]
    public void The_hour_that_clocks_show_twice_has_its_contacts_twice()
    {
        var frame = new DayFrame(new LocalDate(2026, 10, 25), Berlin, 60);
        var came = new CameDay(
        [
            .. frame.Intervals.Take(5).Select((hour, index) => new CameInterval(
                1, hour.Start, 60, new ContactSums { Offered = index })),
        ]);

        Assert.Equal([0, 1, 2, 2, 3], frame.ClockSlots.Take(5));
        Assert.Equal([0, 1, 2, 3, 4], came.By(frame, null).Take(5).Select(slot => slot!.Value.Offered));
    }

    /// <param name="minute">After midnight.</param>
    private static CameInterval Told(int source, int minute, int minutes, double offered) => new(
        source, Quarters.Day.Start + Duration.FromMinutes(minute), minutes, new ContactSums { Offered = offered });
}
