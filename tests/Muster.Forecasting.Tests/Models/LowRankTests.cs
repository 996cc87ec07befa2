using Muster.Forecasting.Cleaning;
using Muster.Forecasting.History;
using Muster.Forecasting.Models;
using NodaTime;

namespace Muster.Forecasting.Tests.Models;

public sealed class LowRankTests
{
    private static readonly LowRankShape Shape = new(2, true, false, 365);

    [Fact]
    public void Month_ends_that_are_busy_are_expected_busy()
    {
        var history = Office(180, date => date.Day <= 3 ? 1.3 : 1);
        var ordinary = Total(history, new LowRank(Shape with { HasCalendar = false }));
        var withCalendar = Total(history, new LowRank(Shape));
        Assert.InRange(withCalendar / ordinary, 1.1, 1.35);
    }

    [Fact]
    public void What_the_last_days_had_more_fades_away()
    {
        var past = Known.Of(Histories.Weeks(20, noise: 0.01,
            level: date => date >= Histories.Monday.PlusWeeks(19) ? 1.1 : 1));
        var totals = Known.Totals(new LowRank(Shape), past, 29);
        Assert.InRange(totals[0] / totals[28], 1.02, 1.1);
    }

    [Fact]
    public void A_season_of_two_years_comes_again()
    {
        double Season(LocalDate date) => 1 + 0.3 * Math.Sin(2 * Math.PI * date.DayOfYear / 366);
        var past = Known.Of(Histories.Weeks(120, noise: 0.02, level: Season));
        var next = Histories.Monday.PlusWeeks(120);
        var totals = Known.Totals(new LowRank(Shape with { HasYear = true, HalfLifeDays = 730 }), past, 60);
        for (var ahead = 7; ahead < 60; ahead += 7)
        {
            var expected = Season(next.PlusDays(ahead)) * Known.Usual(true);
            Assert.InRange(totals[ahead] / expected, 0.93, 1.07);
        }
    }

    private static IntervalSeries Office(int days, Func<LocalDate, double> level) => Histories.Of(
        Histories.Days(Histories.Monday, days).Where(day => day.DayOfWeek < IsoDayOfWeek.Saturday)
            .SelectMany(day => Histories.DayRows(day, level(day))));

    private static double Total(IntervalSeries history, LowRank method)
    {
        return method.Predict(Known.Of(history), [DayNumber.Of(new LocalDate(2024, 7, 1))])[0].Sum();
    }
}
