namespace Muster.Server.Demand;

/// <summary>Where in a row what stands, by place from 0.</summary>
internal sealed record FoundColumns
{
    public int? Timestamp { get; init; }

    public int? Date { get; init; }

    public int? Time { get; init; }

    /// <summary>The time is in digits: 700, or 7 for an hour.</summary>
    public bool IsDigits { get; init; }

    public bool IsHour { get; init; }

    public int? Queue { get; init; }

    public int Volume { get; init; }

    public int? Handled { get; init; }

    /// <summary>They add up to the handle time. Empty when the file has none.</summary>
    public IReadOnlyList<int> Handle { get; init; } = [];

    /// <summary>They are means, not sums.</summary>
    public bool IsHandleMean { get; init; }

    public IEnumerable<(ColumnRole Role, int Place)> All()
    {
        (ColumnRole Role, int? Place)[] single =
        [
            (ColumnRole.Timestamp, Timestamp), (ColumnRole.Date, Date), (ColumnRole.Time, Time),
            (ColumnRole.Queue, Queue), (ColumnRole.Volume, Volume), (ColumnRole.Handled, Handled),
        ];
        var handle = IsHandleMean ? ColumnRole.HandleMean : ColumnRole.HandleSum;
        return single.Where(column => column.Place is not null).Select(column => (column.Role, column.Place!.Value))
            .Concat(Handle.Select(place => (handle, place)));
    }
}
