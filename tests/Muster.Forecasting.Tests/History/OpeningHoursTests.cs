using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Forecasting.Tests.History;

public sealed class OpeningHoursTests
{
    [Fact]
    public void Periods_come_back_as_they_were_given()
    {
        OpenPeriod[] periods =
        [
            new(IsoDayOfWeek.Monday, new LocalTime(8, 0), new LocalTime(12, 0)),
            new(IsoDayOfWeek.Monday, new LocalTime(13, 0), LocalTime.Midnight),
            new(IsoDayOfWeek.Sunday, LocalTime.Midnight, new LocalTime(1, 30)),
        ];
        Assert.Equal(periods, OpeningHours.Of(periods).Periods());
    }

    [Fact]
    public void Touching_periods_become_one()
    {
        var hours = OpeningHours.Of([
            new(IsoDayOfWeek.Monday, new LocalTime(8, 0), new LocalTime(12, 0)),
            new(IsoDayOfWeek.Monday, new LocalTime(11, 0), new LocalTime(16, 0))]);
        var whole = new OpenPeriod(IsoDayOfWeek.Monday, new LocalTime(8, 0), new LocalTime(16, 0));
        Assert.Equal(whole, Assert.Single(hours.Periods()));
        Assert.False(hours.IsOpen(IsoDayOfWeek.Tuesday));
    }

    [Fact]
    public void An_interval_counts_as_open_from_a_half_on()
    {
        var hours = OpeningHours.Daily(new LocalTime(8, 15), new LocalTime(18, 10));
        var slots = hours.Slots(IsoDayOfWeek.Monday, 30);
        Assert.True(slots[16]);
        Assert.False(slots[36]);
    }
}
