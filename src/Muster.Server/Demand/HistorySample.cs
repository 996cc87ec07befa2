using System.Globalization;

namespace Muster.Server.Demand;

/// <summary>The first rows of a file: what its columns are called, and what stands in them.</summary>
internal sealed class HistorySample
{
    private const int MostTitles = 20;

    private HistorySample(IReadOnlyList<CsvRecord> records, int firstRow, string[] names)
    {
        (Rows, Skipped) = ([.. records.Skip(firstRow)], Math.Max(0, firstRow - 1));
        Columns = [.. names.Select(
            (name, place) => new SampleColumn(place, name, Rows.Select(row => row.Cell(place))))];
    }

    /// <summary>Without the header and what stands before it.</summary>
    public IReadOnlyList<CsvRecord> Rows { get; }

    /// <summary>Lines before the header, such as a report's title.</summary>
    public int Skipped { get; }

    public IReadOnlyList<SampleColumn> Columns { get; }

    /// <param name="records">At least one.</param>
    public static HistorySample Of(IReadOnlyList<CsvRecord> records)
    {
        var isHinted = SeparatorGuess.IsHint(records[0].Cells[0]);
        var start = isHinted && records.Count > 1 ? 1 : 0;
        var data = Enumerable.Range(start, Math.Min(records.Count - start, MostTitles))
            .FirstOrDefault(row => IsData(records[row]), start + 1);
        return data == start
            ? new HistorySample(records, data, Numbered(records[data].Cells.Length))
            : new HistorySample(records, data, Named(records[data - 1].Cells));
    }

    /// <summary>
    /// Whether numbers are means or sums: means vary less from interval to interval than means made of sums would.
    /// </summary>
    public bool IsMean(SampleColumn column, int contacts)
    {
        var pairs = column.Cells.Zip(Columns[contacts].Cells)
            .Select(pair => (Time: DurationText.Seconds(pair.First, new NumberText('.')),
                Contacts: new NumberText('.').Parse(pair.Second)))
            .Where(pair => pair.Time > 0 && pair.Contacts > 0).ToArray();
        return pairs.Length < 2 || Spread(pairs.Select(pair => pair.Time))
            <= Spread(pairs.Select(pair => pair.Time / pair.Contacts));
    }

    /// <summary>What stands in the first row, for messages.</summary>
    public string Glance() => "Its first row: " + string.Join(", ", Columns.Take(8).Select(column =>
        string.Create(CultureInfo.InvariantCulture, $"{column.Name} \"{column.Cells[0]}\""))) + ".";

    private static double Spread(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var mean = all.Average();
        return Math.Sqrt(all.Average(value => (value - mean) * (value - mean))) / mean;
    }

    private static bool IsData(CsvRecord record) =>
        record.Cells.Any(cell => TimestampText.Parse(cell) is not null || DateText.Parse(cell) is not null
            || ClockText.Parse(cell, true) is not null)
        && record.Cells.Any(cell => cell.Length == 0 || SampleColumn.IsSomeNumber(cell));

    private static string[] Numbered(int count) =>
        [.. Enumerable.Range(1, count).Select(place => place.ToString(CultureInfo.InvariantCulture))];

    // Columns without a name, and those whose name another has, go by their place.
    private static string[] Named(string[] cells) => [.. cells.Select((cell, place) =>
        cell.Length == 0 || Array.IndexOf(cells, cell) < place
            ? string.Create(CultureInfo.InvariantCulture, $"{cell}#{place + 1}") : cell)];
}
