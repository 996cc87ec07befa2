using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Forecasting.Tests.History;

public sealed class AbsentIntervalsTests
{
    [Fact]
    public void A_quiet_interval_without_a_row_is_zero_when_no_zero_is_ever_written()
    {
        var series = Histories.Of(Quiet());
        Assert.Equal(0, series[3, 20]);
        Assert.Contains(series.Remarks, remark => remark.Kind == RemarkKind.Absent);
    }

    [Fact]
    public void A_busy_interval_without_a_row_is_missing()
    {
        var rows = Histories.Days(Histories.Monday, 14).SelectMany(date => Histories.DayRows(date, 1));
        var series = Histories.Of(rows.Where((_, i) => i != 47));
        Assert.Equal(IntervalState.Missing, series.State(2, 23));
    }

    [Fact]
    public void Where_zeros_are_written_what_is_absent_is_missing()
    {
        var rows = Quiet().Append(new VolumeRow(Histories.Monday.At(new LocalTime(11, 0)), 0));
        Assert.True(double.IsNaN(Histories.Of(rows)[3, 20]));
    }

    [Fact]
    public void What_absent_rows_mean_can_be_stated()
    {
        var rows = Histories.DayRows(Histories.Monday, 1).Where((_, i) => i != 5).ToArray();
        Assert.Equal(0, Histories.Of(rows, new() { Hours = Histories.Office, Absent = AbsentRows.Zero })[0, 21]);
        Assert.True(double.IsNaN(Histories.Of(Quiet(), new() { Absent = AbsentRows.Missing })[3, 20]));
    }

    /// <summary>One contact in each half hour, but none at 10:00 of the fourth day.</summary>
    private static IEnumerable<VolumeRow> Quiet() => Histories.Days(Histories.Monday, 21)
        .SelectMany(date => Histories.DayRows(date, 1)).Where((_, i) => i != 64).Select(row => row with { Volume = 1 });
}
