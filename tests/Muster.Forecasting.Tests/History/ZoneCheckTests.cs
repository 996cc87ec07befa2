using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Forecasting.Tests.History;

/// <summary>Histories whose times are of other clocks than those they are read by.</summary>
public sealed class ZoneCheckTests
{
    private const string Against = "moved against them";
    private const string AtNight = "at night";

    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    // Both clock changes of 2024 lie in it: 31 March and 27 October.
    private static readonly LocalDate[] Year = [.. Histories.Days(Histories.Monday, 364)];

    [Fact]
    public void A_day_that_keeps_its_course_when_clocks_are_moved_is_not_remarked() =>
        Assert.DoesNotContain(
            Read(Year.SelectMany(date => Histories.DayRows(date, 1))), remark => remark.Kind == RemarkKind.Clock);

    [Fact]
    public void Times_of_a_zone_without_summer_time_are_told() =>
        Assert.Contains(Read(InUtc(Year)), remark => remark.Sentence.StartsWith(
            "On 2 of 2 days on which the clocks of Europe/Berlin were moved (first 2024-03-31)",
            StringComparison.Ordinal));

    [Fact]
    public void Times_with_an_offset_that_stays_the_same_are_told()
    {
        var rows = Year.SelectMany(date => Histories.DayRows(date, 1))
            .Select(row => (row.Start.WithOffset(Offset.FromHours(1)).ToInstant(), row.Volume));
        var series = SeriesReader.Read(rows, new SeriesOptions { Zone = Berlin }).Value;

        Assert.Contains(series.Remarks, remark => remark.Sentence.Contains(Against, StringComparison.Ordinal));
    }

    [Fact]
    public void Too_few_days_beside_a_clock_change_tell_nothing() =>
        Assert.DoesNotContain(
            Read(InUtc(Year.Where(date => date > new LocalDate(2024, 3, 28) && date < new LocalDate(2024, 4, 20)))),
            remark => remark.Kind == RemarkKind.Clock);

    [Theory]
    [InlineData(0, false)]
    [InlineData(6, false)]
    [InlineData(12, true)]
    [InlineData(-10, true)]
    public void A_working_day_at_night_is_told(int hours, bool isTold)
    {
        var rows = Year.Take(28).SelectMany(date => Histories.DayRows(date, 1))
            .Select(row => row with { Start = row.Start.PlusHours(hours) });

        Assert.Equal(isTold, Read(rows).Any(
            remark => remark.Sentence.Contains(AtNight, StringComparison.Ordinal)));
    }

    [Fact]
    public void Contacts_at_all_times_have_no_middle() =>
        Assert.DoesNotContain(
            Read(Year.Take(28).SelectMany(date => Enumerable.Range(0, 24)
                .Select(hour => new VolumeRow(date.At(new LocalTime(hour, 0)), 10 + (hour < 4 ? 1 : 0))))),
            remark => remark.Kind == RemarkKind.Clock);

    [Fact]
    public void What_lies_outside_the_opening_hours_is_told_with_its_part()
    {
        var rows = Year.Take(70).SelectMany(date => Histories.DayRows(date, 1))
            .Select(row => row with { Start = row.Start.PlusHours(3) });
        var forecast = Asked.Forecast(Histories.Of(rows, new SeriesOptions { Hours = Histories.Office }));

        Assert.Contains(forecast.Remarks, remark => remark.Kind == RemarkKind.OpeningHours
            && remark.Sentence.Contains("% of what came lies outside the opening hours", StringComparison.Ordinal));
    }

    [Fact]
    public void A_day_on_which_clocks_skip_an_hour_is_whole()
    {
        var rows = Year.Take(140).SelectMany(date => Enumerable.Range(0, 24)
            .Select(hour => date.At(new LocalTime(hour, 0)))
            .Where(start => Berlin.MapLocal(start).Count > 0)
            .Select(start => new VolumeRow(start, start.Hour is > 6 and < 22 ? 20 : 1)));
        var forecast = Asked.Forecast(Histories.Of(rows, new SeriesOptions { Zone = Berlin }));

        Assert.DoesNotContain(
            forecast.Remarks, remark => remark.Kind is RemarkKind.PartialDay or RemarkKind.Absent);
    }

    private static IReadOnlyList<Remark> Read(IEnumerable<VolumeRow> rows) =>
        Histories.Of(rows, new SeriesOptions { Zone = Berlin }).Remarks;

    /// <summary>Days of Berlin, written down by clocks of UTC.</summary>
    private static IEnumerable<VolumeRow> InUtc(IEnumerable<LocalDate> days) => days
        .SelectMany(date => Histories.DayRows(date, 1))
        .Select(row => row with { Start = row.Start.InZoneLeniently(Berlin).WithZone(DateTimeZone.Utc).LocalDateTime });
}
