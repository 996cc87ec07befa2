namespace Muster.Server.Demand;

/// <summary>What was found out about a file before its rows are read.</summary>
/// <param name="Names">All columns, by place.</param>
/// <param name="Queue">Of rows that name none.</param>
internal sealed record HistoryLayout(
    FoundColumns Columns, IReadOnlyList<SampleColumn> Names, NumberText Numbers, bool HasOffsets, string Queue)
{
    /// <summary>The column that tells when a row began.</summary>
    public string TimeName => Names[Columns.Timestamp ?? Columns.Time ?? Columns.Date!.Value].Name;

    public static HistoryLayout Of(
        HistorySample sample, FoundColumns columns, char separator, HistoryFileOptions options)
    {
        var numeric = columns.All().Where(column => column.Role >= ColumnRole.Volume)
            .SelectMany(column => sample.Columns[column.Place].Cells);
        var clocks = columns.Timestamp is { } stamp
            ? sample.Columns[stamp].Timestamps.Select(text => text.Clock)
            : sample.Columns[columns.Time!.Value].Cells.Select(cell => ClockText.Parse(cell, true) ?? default);
        var all = clocks.ToArray();
        var offsets = all.Count(clock => clock.OffsetMinutes is not null);
        var numbers = NumberText.Learn(numeric, separator);
        return new HistoryLayout(columns, sample.Columns, numbers, 2 * offsets > all.Length,
            options.Queue ?? Path.GetFileNameWithoutExtension(options.Name));
    }
}
