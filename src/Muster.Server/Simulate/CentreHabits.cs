using System.Globalization;
using Muster.Domain.Outcomes;

namespace Muster.Server.Simulate;

/// <summary>
/// How far a simulated centre strays from its plan. Minutes are means of exponential times; percentages are of shifts,
/// breaks or calls.
/// </summary>
public sealed record CentreHabits
{
    private const double Everything = 100;
    private const double MostMinutes = 240;

    /// <summary>Everybody keeps the plan to the second, and as much comes as was forecast.</summary>
    public static CentreHabits Exact { get; } = new()
    {
        SickPercent = 0,
        LatePercent = 0,
        EarlyPercent = 0,
        LongBreakPercent = 0,
        UsualSeconds = 0,
        LongCallPercent = 0,
        DeviationPercent = 0,
        OutagesPerDay = 0,
    };

    public double SickPercent { get; init; } = 3;

    public double LatePercent { get; init; } = 8;

    public double LateMinutes { get; init; } = 7;

    /// <summary>Shifts that are left before their end.</summary>
    public double EarlyPercent { get; init; } = 4;

    public double EarlyMinutes { get; init; } = 10;

    public double LongBreakPercent { get; init; } = 12;

    public double LongBreakMinutes { get; init; } = 4;

    /// <summary>By how much those who are in time miss the second.</summary>
    public double UsualSeconds { get; init; } = 20;

    /// <summary>Calls that take five times as long as others.</summary>
    public double LongCallPercent { get; init; } = 2;

    /// <summary>Of the forecast volume.</summary>
    public double VolumePercent { get; init; } = 100;

    /// <summary>By how much a day's volume differs from its forecast: a standard deviation.</summary>
    public double DeviationPercent { get; init; } = 8;

    /// <summary>On average; nothing is sent while the feed is out, and all of it afterwards.</summary>
    public double OutagesPerDay { get; init; } = 1;

    public double OutageMinutes { get; init; } = 2;

    /// <summary>What is wrong with them, by flag.</summary>
    public void Check(FieldChecks checks)
    {
        Within(checks, Everything, ("--sick", SickPercent), ("--late", LatePercent), ("--early", EarlyPercent),
            ("--long-breaks", LongBreakPercent), ("--long-calls", LongCallPercent), ("--deviation", DeviationPercent),
            ("--outages", OutagesPerDay));
        Within(checks, MostMinutes, ("--late-minutes", LateMinutes), ("--early-minutes", EarlyMinutes),
            ("--long-break-minutes", LongBreakMinutes), ("--outage-minutes", OutageMinutes),
            ("--usual-seconds", UsualSeconds));
        Within(checks, 10 * Everything, ("--volume", VolumePercent));
    }

    private static void Within(
        FieldChecks checks, double most, params ReadOnlySpan<(string Flag, double Value)> fields)
    {
        foreach (var (flag, value) in fields)
        {
            checks.That(value >= 0 && value <= most, flag, string.Create(
                CultureInfo.InvariantCulture, $"{value} is not 0 to {most}."));
        }
    }
}
