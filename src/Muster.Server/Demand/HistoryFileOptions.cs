namespace Muster.Server.Demand;

/// <summary>How a history file is to be read. Every default is "find out".</summary>
public sealed record HistoryFileOptions
{
    /// <summary>For messages, and for the queue where nothing else names it.</summary>
    public string Name { get; init; } = "history.csv";

    /// <summary>The queue of rows that name none; null: the file's name without its ending.</summary>
    public string? Queue { get; init; }

    /// <summary>Names of columns, as in the file's header, or their places counted from 1.</summary>
    public IReadOnlyDictionary<ColumnRole, string> Columns { get; init; } = new Dictionary<ColumnRole, string>();

    public DateOrder? DateOrder { get; init; }
}
