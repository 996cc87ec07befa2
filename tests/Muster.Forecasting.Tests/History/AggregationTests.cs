using FsCheck;
using FsCheck.Fluent;
using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Forecasting.Tests.History;

public sealed class AggregationTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Fact]
    public void Totals_stay_on_days_of_any_length() => Prop.ForAll(
        Gen.Elements(new LocalDate(2026, 3, 29), new LocalDate(2026, 10, 25), new LocalDate(2026, 5, 5)).Zip(
            Gen.ArrayOf(Gen.Choose(0, 50), 100)).ToArbitrary(),
        day =>
        {
            var start = Berlin.AtStartOfDay(day.Item1).ToInstant();
            var rows = day.Item2.Select((volume, i) => (start + Duration.FromMinutes(15 * i), (double)volume))
                .Where(row => row.Item1.InZone(Berlin).Date == day.Item1);
            var series = SeriesReader.Read(rows, new() { Zone = Berlin, Hours = OpeningHours.Always }).Value;
            var hours = series.To(30).Value.To(60).Value;
            return Math.Abs(series.Total(0) - rows.Sum(row => row.Item2)) < 1e-6
                && Math.Abs(hours.Total(0) - series.Total(0)) < 1e-6
                && Math.Abs(series.To(60).Value.Total(0) - hours.Total(0)) < 1e-6;
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void An_interval_with_too_little_known_is_missing()
    {
        var rows = Histories.DayRows(Histories.Monday, 1).Where((_, i) => i is not (4 or 5 or 7));
        var series = Histories.Of(rows, new() { Hours = Histories.Office, Absent = AbsentRows.Missing }).To(60).Value;

        Assert.Equal(IntervalState.Missing, series.State(0, 10));
        Assert.Equal(IntervalState.Counted, series.State(0, 11));
        Assert.Equal(IntervalState.Closed, series.State(0, 3));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(45)]
    public void A_length_that_cannot_be_made_is_refused(int minutes)
    {
        var error = Asked.Refused(Histories.Weeks(1).To(minutes));
        Assert.Equal("minutes", error.Field);
        Assert.Contains("30, 60", error.Message, StringComparison.Ordinal);
    }
}
