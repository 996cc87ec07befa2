using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>How rows are to be read. Every default is "find out".</summary>
public sealed record SeriesOptions
{
    /// <summary>The zone of the site's clocks. Default: one whose clocks are never moved.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Length of an interval: 5, 10, 15, 20, 30 or 60. Null: as in the rows.</summary>
    public int? Minutes { get; init; }

    /// <summary>Null: learned from the rows.</summary>
    public OpeningHours? Hours { get; init; }

    public AbsentRows Absent { get; init; }
}
