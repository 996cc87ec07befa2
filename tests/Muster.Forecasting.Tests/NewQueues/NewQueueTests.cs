using Muster.Forecasting.History;
using Muster.Forecasting.NewQueues;
using Muster.Forecasting.Results;

namespace Muster.Forecasting.Tests.NewQueues;

public sealed class NewQueueTests
{
    private static readonly IntervalSeries Sister = Histories.Weeks(12);

    private static readonly Forecast Hers = Asked.Forecast(Sister);

    [Fact]
    public void The_profile_is_the_sisters_and_the_volume_the_stated_one()
    {
        var young = NewQueue.FromSister(Hers, Sister, new NewQueueRequest { WeeklyVolume = 1000 }).Value;
        Assert.InRange(young.Days.Take(7).Sum(day => day.Total), 950, 1050);
        var factor = young.Days[0].Total / Hers.Days[0].Total;
        Assert.Equal(factor, young.Days[1].Volumes[20] / Hers.Days[1].Volumes[20], 9);
        Assert.Contains("sister", young.Accuracy[0].Method, StringComparison.Ordinal);
    }

    [Fact]
    public void The_weeks_that_exist_tell_the_volume()
    {
        var own = Histories.Of(Histories.Days(Sister.LastDay.PlusDays(-20), 21)
            .SelectMany(date => Histories.DayRows(date, 0.25)));
        var young = NewQueue.FromSister(Hers, Sister, new NewQueueRequest { Own = own }).Value;
        Assert.Equal(0.25, young.Total / Hers.Total, 0.01);
        var both = NewQueue.FromSister(Hers, Sister, new NewQueueRequest { Own = own, WeeklyVolume = 10_000 }).Value;
        Assert.InRange(both.Total, young.Total * 1.2, 10_000 * 4);
    }

    [Fact]
    public void Nothing_known_of_the_volume_is_refused()
    {
        var error = Asked.Refused(NewQueue.FromSister(Hers, Sister, new NewQueueRequest()));
        Assert.Equal("weekly_volume", error.Field);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_volume_that_is_none_is_refused(double volume) => Assert.Equal("weekly_volume", Asked.Refused(
        NewQueue.FromSister(Hers, Sister, new NewQueueRequest { WeeklyVolume = volume })).Field);
}
