using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Forecasting.Tests.History;

public sealed class IntervalLengthTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    [InlineData(30)]
    [InlineData(60)]
    public void The_length_is_seen_in_the_rows(int minutes) =>
        Assert.Equal(minutes, Histories.Of(Day(Histories.Monday, minutes)).Minutes);

    [Fact]
    public void A_history_that_changed_its_length_is_taken_at_the_longer_one()
    {
        var rows = Day(Histories.Monday, 30).Concat(Day(Histories.Monday.PlusDays(1), 15))
            .Concat(Day(Histories.Monday.PlusDays(2), 15));
        var series = Histories.Of(rows);

        Assert.Equal(30, series.Minutes);
        Assert.Equal(30, series[0, 20]);
        Assert.Equal(30, series[1, 20]);
        Assert.Contains(series.Remarks, remark => remark.Kind == RemarkKind.Interval);
    }

    [Fact]
    public void A_length_finer_than_the_history_is_refused()
    {
        var error = Asked.Refused(SeriesReader.Read(Day(Histories.Monday, 30), new SeriesOptions { Minutes = 15 }));
        Assert.Equal("minutes", error.Field);
        Assert.Contains("Maybe ask for 30", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_that_does_not_exist_is_refused()
    {
        var error = Asked.Refused(SeriesReader.Read(Day(Histories.Monday, 30), new SeriesOptions { Minutes = 45 }));
        Assert.StartsWith("45 ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_row_a_day_is_refused_unless_the_length_is_stated()
    {
        var rows = Histories.Days(Histories.Monday, 30).Select(date => new VolumeRow(date.AtMidnight(), 100)).ToArray();
        Assert.Equal("minutes", Asked.Refused(SeriesReader.Read(rows, new SeriesOptions())).Field);
        Assert.Equal(60, Histories.Of(rows, new SeriesOptions { Minutes = 60 }).Minutes);
    }

    [Fact]
    public void An_interval_covered_in_part_is_scaled_up_or_missing()
    {
        var rows = Day(Histories.Monday, 5).Where(row => row.Start.TimeOfDay < new LocalTime(12, 20)
            || row.Start.TimeOfDay >= new LocalTime(12, 55));
        var series = Histories.Of(rows, new SeriesOptions { Minutes = 30, Absent = AbsentRows.Missing });

        Assert.Equal(30, series[0, 24], 9);
        Assert.True(double.IsNaN(series[0, 25]));
    }

    /// <summary>One contact a minute, from 08:00 to 18:00.</summary>
    private static IEnumerable<VolumeRow> Day(LocalDate date, int minutes) => Enumerable.Range(0, 600 / minutes)
        .Select(i => new VolumeRow(date.At(LocalTime.FromMinutesSinceMidnight(480 + i * minutes)), minutes));
}
