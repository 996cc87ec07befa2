using Muster.Domain.Outcomes;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>
/// Makes a series of rows in any order, of any of the allowed lengths, with gaps, duplicates and clock changes. What it
/// had to decide is in the series' remarks; what it cannot decide is refused, with field, value and remedy.
/// </summary>
public static class SeriesReader
{
    private const int MostYears = 30;

    /// <summary>Rows as a site's clocks show them, such as an export of the ACD.</summary>
    public static Outcome<IntervalSeries> Read(IEnumerable<VolumeRow> rows, SeriesOptions options) =>
        Read(rows.Select(row => new ReadRow(row.Start.Date, MinuteOf(row.Start), false, row.Volume)), options);

    /// <summary>Rows by their instant: an hour that the clocks show twice is told apart.</summary>
    public static Outcome<IntervalSeries> Read(
        IEnumerable<(Instant Start, double Volume)> rows, SeriesOptions options) =>
        Read(rows.Select(row => RowAt(row.Start, row.Volume, options.Zone)), options);

    private static int MinuteOf(LocalDateTime start) => start.Hour * 60 + start.Minute;

    private static ReadRow RowAt(Instant start, double volume, DateTimeZone zone)
    {
        var local = start.InZone(zone);
        var isAgain = zone.MapLocal(local.LocalDateTime) is { Count: 2 } map && map.Last().ToInstant() == start;
        return new ReadRow(Days.At(start, zone), MinuteOf(local.LocalDateTime), isAgain, volume);
    }

    private static Outcome<IntervalSeries> Read(IEnumerable<ReadRow> given, SeriesOptions options)
    {
        var remarks = new List<Remark>();
        var rows = RowCleaning.Counts(given, remarks);
        if (rows.Count == 0)
        {
            return new Refusal.Invalid(
                "history", "has no row with a count of 0 or more.\nMaybe the wrong column was read as the volume.");
        }

        var years = Period.DaysBetween(rows[0].Date, rows[^1].Date) / 365;
        if (years > MostYears)
        {
            return new Refusal.Invalid("history", $"goes from {rows[0].Date:uuuu-MM-dd} to {rows[^1].Date:uuuu-MM-dd}, "
                + $"over {MostYears} years.\n"
                + "Maybe a date is wrong, or day and month are the wrong way round.");
        }

        rows = RowCleaning.WithoutDuplicates(rows, options.Zone, remarks);
        return IntervalLength.Find(rows, options.Minutes, options.Minutes, remarks)
            .Then(lengths => new SlotTable(rows, lengths, options).ToSeries(remarks));
    }
}
