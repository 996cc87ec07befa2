using NodaTime;

namespace Muster.Server.Reports;

/// <summary>A value in a row of a report.</summary>
public readonly record struct ReportCell
{
    private ReportCell(ReportCellKind kind, string? words, double number, OffsetDateTime moment) =>
        (Kind, Words, Value, Moment) = (kind, words, number, moment);

    public ReportCellKind Kind { get; }

    /// <summary>Of text.</summary>
    public string? Words { get; }

    /// <summary>Of numbers; of a percentage it is 97.5, not 0.975.</summary>
    public double Value { get; }

    /// <summary>Of a day its midnight.</summary>
    public OffsetDateTime Moment { get; }

    /// <param name="text">Null or empty: nothing.</param>
    public static ReportCell Text(string? text) =>
        string.IsNullOrEmpty(text) ? default : new(ReportCellKind.Text, text, 0, default);

    public static ReportCell Number(long number) => new(ReportCellKind.Number, null, number, default);

    /// <param name="percent">Null: there is none.</param>
    public static ReportCell Percent(double? percent) =>
        percent is { } known ? new(ReportCellKind.Percent, null, known, default) : default;

    /// <param name="day">Null: none.</param>
    public static ReportCell Day(LocalDate? day) => day is { } known
        ? new(ReportCellKind.Day, null, 0, known.AtMidnight().WithOffset(Offset.Zero))
        : default;

    /// <param name="at">Null: never.</param>
    public static ReportCell Time(Instant? at, DateTimeZone zone) => at is { } known
        ? new(ReportCellKind.Time, null, 0, known.InZone(zone).ToOffsetDateTime())
        : default;
}
