namespace Muster.Server.Demand;

/// <summary>How a history file is understood, told from its first rows.</summary>
public sealed record HistoryPreview
{
    public required char Separator { get; init; }

    /// <summary>Columns of the file by what they are about; times made of parts have several.</summary>
    public required IReadOnlyDictionary<ColumnRole, IReadOnlyList<string>> Columns { get; init; }

    /// <summary>Columns that are not used.</summary>
    public required IReadOnlyList<string> Others { get; init; }

    /// <summary>Null: dates do not need it, or the first rows do not tell.</summary>
    public required DateOrder? DateOrder { get; init; }

    /// <summary>The times have offsets from UTC.</summary>
    public required bool HasOffsets { get; init; }

    /// <summary>Length of most intervals; null when it does not show.</summary>
    public required int? Minutes { get; init; }

    public required IReadOnlyList<HistoryRow> FirstRows { get; init; }

    /// <summary>Sentences for a planner.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }
}
