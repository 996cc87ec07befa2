using Muster.Forecasting.History;
using Muster.Forecasting.Results;
using NodaTime;

namespace Muster.Forecasting.Tests.SpecialDays;

public sealed class SpecialDayEffectsTests
{
    private const int Weeks = 20;

    private static readonly LocalDate End = Histories.Monday.PlusWeeks(Weeks);

    private static readonly LocalDate[] Mailings = [.. new[] { 3, 6, 9, 12, 15 }.Select(week =>
        Histories.Monday.PlusWeeks(week).PlusDays(2))];

    [Fact]
    public void A_type_of_day_does_again_what_it_did()
    {
        var next = End.PlusDays(2);
        var (with, without) = (Forecast(next), Forecast());
        Assert.InRange(with.Days[2].Total / without.Days[2].Total, 1.35, 1.55);
        Assert.Equal("mailing", with.Days[2].Special);
        var effect = Assert.Single(with.SpecialDays);
        Assert.Equal(5, effect.Seen);
    }

    [Fact]
    public void The_day_after_is_learned_too()
    {
        var next = End.PlusDays(2);
        Assert.InRange(Forecast(next).Days[3].Total / Forecast().Days[3].Total, 1.05, 1.25);
    }

    [Fact]
    public void Special_days_do_not_spoil_ordinary_ones() =>
        Assert.InRange(Forecast().Days[2].Total / Forecast().Days[1].Total, 0.96, 1.04);

    [Fact]
    public void A_type_seen_once_is_drawn_to_nothing_special()
    {
        var history = Histories.Weeks(Weeks, noise: 0.02, level: date => date == Mailings[0] ? 2 : 1);
        var calendar = SiteCalendar.Empty.WithSpecial("once", Mailings[0], End.PlusDays(2));
        var forecast = Asked.Forecast(history, new ForecastRequest { Calendar = calendar });
        Assert.InRange(forecast.Days[2].Total / forecast.Days[1].Total, 1.2, 1.75);
    }

    [Fact]
    public void A_closed_day_has_nothing()
    {
        var calendar = SiteCalendar.Empty.WithClosed(End.PlusDays(1));
        var forecast = Asked.Forecast(Histories.Weeks(Weeks), new ForecastRequest { Calendar = calendar });
        Assert.True(forecast.Days[1].IsClosed);
        Assert.Equal(0, forecast.Days[1].Total);
    }

    private static Forecast Forecast(params LocalDate[] coming)
    {
        var history = Histories.Weeks(Weeks, noise: 0.02, level: date =>
            Mailings.Contains(date) ? 1.5 : Mailings.Contains(date.PlusDays(-1)) ? 1.25 : 1);
        var calendar = SiteCalendar.Empty.WithSpecial("mailing", [.. Mailings, .. coming]);
        return Asked.Forecast(history, new ForecastRequest { Calendar = calendar });
    }
}
