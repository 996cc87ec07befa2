using Muster.Forecasting.Models;

namespace Muster.Forecasting.Tests.Models;

public sealed class SameWeekdayTests
{
    // How high six weeks were.
    private static readonly double[] Levels = [1, 1.1, 1.2, 1.3, 1.4, 2];

    [Fact]
    public void Naive_repeats_the_last_week_that_was_not_wild() =>
        Assert.Equal(1.4, Ratio(SameWeekday.Average.Mean, 1), 6);

    [Fact]
    public void A_median_is_the_middle_of_the_last_weeks() =>
        Assert.Equal(1.35, Ratio(SameWeekday.Average.Median, 4), 6);

    [Fact]
    public void A_trimmed_mean_leaves_the_ends_out() =>
        Assert.Equal(1.25, Ratio(SameWeekday.Average.TrimmedMean, 6), 6);

    [Fact]
    public void A_mean_gives_wild_days_less_weight() => Assert.InRange(Ratio(SameWeekday.Average.Mean, 6), 1.2, 1.33);

    private static double Ratio(SameWeekday.Average average, int weeks)
    {
        var past = Known.Of(Histories.Weeks(6, noise: 0, level: date =>
            Levels[NodaTime.Period.DaysBetween(Histories.Monday, date) / 7]));
        return Known.Totals(new SameWeekday(average, weeks), past)[0] / Known.Usual(true);
    }
}
