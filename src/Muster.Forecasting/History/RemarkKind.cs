namespace Muster.Forecasting.History;

/// <summary>What a remark is about, for icons and filters; the sentence says it in words.</summary>
public enum RemarkKind
{
    Interval,
    Duplicate,
    NotACount,
    Clock,
    Absent,
    MissingDay,
    PartialDay,
    Outlier,
    ClosedDay,
    ShortHistory,
    OpeningHours,
    Special,
}
