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

    [Fact]
    public void Longer_intervals_at_some_times_of_the_day_are_told_from_absent_ones()
    {
        var rows = Histories.Days(Histories.Monday, 14).SelectMany(date => Day(date, 15)
            .Where(row => row.Start.Hour < 14 || row.Start.Minute % 30 == 0)
            .Select(row => row.Start.Hour < 14 ? row : row with { Volume = 30 }));
        var series = Histories.Of(rows);

        Assert.Equal(30, series.Minutes);
        Assert.Equal((30, 30), (series[3, 20], series[3, 32]));
        Assert.Contains(series.Remarks, remark => remark.Kind == RemarkKind.Interval
            && remark.Sentence.Contains("15 minutes until 14:00 and 30 from then", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(22, 6)]
    [InlineData(23, 6)]
    [InlineData(20, 6)]
    public void Half_hours_at_night_are_told_from_quarters_by_day(int from, int to)
    {
        bool IsNight(VolumeRow row) => row.Start.Hour >= from || row.Start.Hour < to;
        var rows = Histories.Days(Histories.Monday, 14).SelectMany(date => Around(date)
            .Where(row => !IsNight(row) || row.Start.Minute % 30 == 0)
            .Select(row => IsNight(row) ? row with { Volume = 30 } : row));
        var series = Histories.Of(rows);

        Assert.Equal(30, series.Minutes);
        Assert.Equal((30, 30), (series[3, 4], series[3, 24]));
        Assert.Contains(series.Remarks, remark => remark.Sentence.Contains(
            $"30 minutes until 0{to}:00, 15 until {from}:00 and 30 from then", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public void A_queue_with_few_contacts_keeps_the_length_of_the_file(int contacts)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var starts = Histories.Days(Histories.Monday, 365).SelectMany(date => Enumerable.Range(0, contacts)
                .Select(_ => date.At(LocalTime.FromMinutesSinceMidnight(480 + (random.Next(40) * 15))))).ToArray();
            var lengths = RowLengths.Learn(starts, null, 15, []);

            Assert.Equal(15, lengths.Value.Minutes);
            Assert.All(starts, start => Assert.Equal(0, start.Minute % lengths.Value.Of(start)));
        }
    }

    [Fact]
    public void Quiet_intervals_without_a_row_are_no_longer_ones()
    {
        var random = new Random(1);
        var rows = Histories.Days(Histories.Monday, 60).SelectMany(date => Day(date, 15)
            .Where(row => row.Start.Hour < 14 || random.Next(3) == 0));
        var series = Histories.Of(rows);

        Assert.Equal(15, series.Minutes);
        Assert.DoesNotContain(series.Remarks, remark => remark.Kind == RemarkKind.Interval);
    }

    [Fact]
    public void Lengths_of_which_none_is_made_of_the_other_are_taken_at_one_that_is_made_of_both()
    {
        var series = Histories.Of(Day(Histories.Monday, 30).Concat(Day(Histories.Monday.PlusDays(1), 20)));

        Assert.Equal(60, series.Minutes);
        Assert.Equal((60, 60), (series[0, 10], series[1, 10]));
    }

    [Fact]
    public void Few_rows_that_lie_on_the_grid_that_is_asked_for_are_not_taken_for_longer_ones()
    {
        VolumeRow[] rows = [new(new(2024, 1, 1, 9, 0), 1), new(new(2024, 1, 1, 11, 0), 1)];
        Assert.Equal(15, Histories.Of(rows, new SeriesOptions { Minutes = 15 }).Minutes);
    }

    /// <summary>One contact a minute, in quarters of an hour, day and night.</summary>
    private static IEnumerable<VolumeRow> Around(LocalDate date) => Enumerable.Range(0, 96)
        .Select(i => new VolumeRow(date.At(LocalTime.FromMinutesSinceMidnight(i * 15)), 15));

    /// <summary>One contact a minute, from 08:00 to 18:00.</summary>
    private static IEnumerable<VolumeRow> Day(LocalDate date, int minutes) => Enumerable.Range(0, 600 / minutes)
        .Select(i => new VolumeRow(date.At(LocalTime.FromMinutesSinceMidnight(480 + i * minutes)), minutes));
}
