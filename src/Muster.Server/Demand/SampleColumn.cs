namespace Muster.Server.Demand;

/// <summary>A column as its name and the first rows show it.</summary>
internal sealed class SampleColumn
{
    // Part of the cells that must be of a kind for the column to be.
    private const double Most = 0.6;

    public SampleColumn(int place, string name, IEnumerable<string> cells)
    {
        (Place, Name, Words) = (place, name, new ColumnName(name));
        Cells = [.. cells];
        var filled = Cells.Where(cell => cell.Length > 0).ToArray();
        IsEmpty = filled.Length == 0;
        Timestamps = [.. filled.Select(cell => TimestampText.Parse(cell)).OfType<TimestampText>()];
        bool Are(Func<string, bool> kind) => !IsEmpty && filled.Count(kind) >= Most * filled.Length;
        IsTimestamp = !IsEmpty && Timestamps.Count >= Most * filled.Length;
        IsDate = Are(cell => DateText.Parse(cell) is not null);
        IsClock = Are(cell => ClockText.Parse(cell, true) is not null);
        IsDigits = Words.IsTime && Are(cell => ClockText.ParseDigits(cell) is not null);
        IsHour = IsDigits && Are(cell => ClockText.ParseHour(cell) is not null);
        IsNumber = Are(IsSomeNumber);
        IsDuration = IsNumber || Are(cell => !double.IsNaN(DurationText.Seconds(cell, new NumberText('.'))));
        IsText = !IsEmpty && !IsTimestamp && !IsDate && !IsClock && !IsNumber;
        Distinct = filled.Distinct().Count();
    }

    public int Place { get; }

    public string Name { get; }

    public ColumnName Words { get; }

    /// <summary>Of the rows of the sample, empty ones too.</summary>
    public IReadOnlyList<string> Cells { get; }

    public IReadOnlyList<TimestampText> Timestamps { get; }

    public int Distinct { get; }

    public bool IsEmpty { get; }

    public bool IsTimestamp { get; }

    public bool IsDate { get; }

    public bool IsClock { get; }

    public bool IsDigits { get; }

    public bool IsHour { get; }

    public bool IsNumber { get; }

    public bool IsDuration { get; }

    public bool IsText { get; }

    /// <summary>A number of any country, or what programs write where they have none.</summary>
    public static bool IsSomeNumber(string cell) => cell is "NaN" or "-" or "NA" or "N/A"
        || !double.IsNaN(new NumberText('.').Parse(cell)) || !double.IsNaN(new NumberText(',').Parse(cell));
}
