using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Forecasting.Tests.History;

public sealed class SeriesReaderTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly LocalDate Spring = new(2026, 3, 29);

    private static readonly LocalDate Autumn = new(2026, 10, 25);

    [Fact]
    public void Rows_in_any_order_make_the_same_series()
    {
        var rows = Histories.Days(Histories.Monday, 2).SelectMany(date => Histories.DayRows(date, 1)).ToArray();
        var (one, other) = (Histories.Of(rows), Histories.Of(rows.Reverse()));

        Assert.Equal(30, one.Minutes);
        Assert.Equal(one.Day(0).ToArray(), other.Day(0).ToArray());
        Assert.Equal(one.Day(1).ToArray(), other.Day(1).ToArray());
    }

    [Fact]
    public void Missing_zero_and_closed_are_three_things()
    {
        var rows = Histories.DayRows(Histories.Monday, 1).ToArray();
        rows[3] = rows[3] with { Volume = 0 };
        var series = Histories.Of(rows.Where((_, i) => i != 5), new SeriesOptions { Hours = Histories.Office });

        Assert.Equal(IntervalState.Counted, series.State(0, 19));
        Assert.Equal(0, series[0, 19]);
        Assert.Equal(IntervalState.Missing, series.State(0, 21));
        Assert.Equal(IntervalState.Closed, series.State(0, 4));
    }

    [Fact]
    public void A_history_without_rows_is_refused()
    {
        var error = Asked.Refused(SeriesReader.Read(Array.Empty<VolumeRow>(), new SeriesOptions()));
        Assert.Equal("history", error.Field);
        Assert.Contains("Maybe", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_and_infinite_volumes_are_missing_and_told()
    {
        var rows = Histories.DayRows(Histories.Monday, 1).ToArray();
        rows[2] = rows[2] with { Volume = -5 };
        rows[4] = rows[4] with { Volume = double.PositiveInfinity };
        var series = Histories.Of(rows, new SeriesOptions { Absent = AbsentRows.Missing });

        Assert.Equal(IntervalState.Missing, series.State(0, 18));
        Assert.Contains(series.Remarks, remark => remark.Kind == RemarkKind.NotACount
            && remark.Sentence.Contains("2024-01-01 09:00: -5", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_volumes_that_are_no_counts_are_refused()
    {
        var rows = Histories.DayRows(Histories.Monday, -1);
        Assert.Equal("history", Asked.Refused(SeriesReader.Read(rows, new SeriesOptions())).Field);
    }

    [Fact]
    public void Of_duplicates_the_last_counts()
    {
        var rows = Histories.DayRows(Histories.Monday, 1).ToArray();
        var series = Histories.Of([.. rows, rows[0] with { Volume = 7 }, rows[1]]);

        Assert.Equal(7, series[0, 16]);
        Assert.Contains(series.Remarks, remark => remark.Kind == RemarkKind.Duplicate
            && remark.Sentence.StartsWith("2 rows", StringComparison.Ordinal));
    }

    [Fact]
    public void A_span_of_many_years_is_refused()
    {
        VolumeRow[] rows = [new(new(1970, 1, 1, 0, 0), 1), new(new(2026, 1, 1, 0, 0), 1)];
        Assert.Contains("1970-01-01", Asked.Refused(SeriesReader.Read(rows, new SeriesOptions())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_day_has_no_interval_that_clocks_skip_and_loses_no_call()
    {
        var instants = Instants(Spring);
        var series = SeriesReader.Read(instants, new SeriesOptions { Zone = Berlin }).Value;

        Assert.Equal(92, instants.Length);
        Assert.Equal(IntervalState.Skipped, series.State(0, 8));
        Assert.Equal(instants.Sum(row => row.Volume), series.Total(0), 9);
    }

    [Fact]
    public void A_long_day_has_intervals_that_happen_twice_and_loses_no_call()
    {
        var instants = Instants(Autumn);
        var series = SeriesReader.Read(instants, new SeriesOptions { Zone = Berlin }).Value;

        Assert.Equal(100, instants.Length);
        Assert.Equal(2, series.Occurrences(0, 8));
        Assert.Equal((instants[8].Volume + instants[12].Volume) / 2, series[0, 8], 9);
        Assert.Equal(instants.Sum(row => row.Volume), series.Total(0), 9);
    }

    [Fact]
    public void Local_rows_of_a_repeated_hour_are_no_duplicates()
    {
        var day = Enumerable.Range(0, 24).Select(hour => new VolumeRow(Autumn.At(new LocalTime(hour, 0)), 10));
        var again = new VolumeRow(Autumn.At(new LocalTime(2, 0)), 4);
        var series = Histories.Of([.. day, again], new SeriesOptions { Zone = Berlin });

        Assert.Equal(7, series[0, 2]);
        Assert.Equal(244, series.Total(0));
        Assert.DoesNotContain(series.Remarks, remark => remark.Kind == RemarkKind.Duplicate);
    }

    [Fact]
    public void A_volume_at_a_skipped_time_is_counted_later_and_told()
    {
        var day = Enumerable.Range(0, 24).Select(hour => new VolumeRow(Spring.At(new LocalTime(hour, 0)), 10));
        var series = Histories.Of(day, new SeriesOptions { Zone = Berlin });

        Assert.Equal(20, series[0, 3]);
        Assert.Equal(240, series.Total(0));
        Assert.Contains(series.Remarks, remark => remark.Kind == RemarkKind.Clock);
    }

    private static (Instant Start, double Volume)[] Instants(LocalDate date)
    {
        var start = Berlin.AtStartOfDay(date).ToInstant();
        var count = (int)((Berlin.AtStartOfDay(date.PlusDays(1)).ToInstant() - start).TotalMinutes / 15);
        return [.. Enumerable.Range(0, count).Select(i => (start + Duration.FromMinutes(15 * i), 5.0 + i % 7))];
    }
}
