using Muster.Domain.Time;
using Muster.Forecasting.History;
using Muster.Forecasting.Intraday;
using Muster.Forecasting.Ranges;
using Muster.Forecasting.SpecialDays;
using NodaTime;

namespace Muster.Forecasting.Results;

/// <summary>
/// What will come, how sure that is, how it was made, and what was noticed on the way. Never changed.
/// </summary>
public sealed record Forecast
{
    public required DateTimeZone Zone { get; init; }

    /// <summary>Length of an interval.</summary>
    public required int Minutes { get; init; }

    /// <summary>One after the other, closed ones too.</summary>
    public required IReadOnlyList<ForecastDay> Days { get; init; }

    /// <summary>By horizon that the days reach into: method, reason, errors.</summary>
    public required IReadOnlyList<HorizonAccuracy> Accuracy { get; init; }

    /// <summary>What was noticed in the history and how it was dealt with.</summary>
    public required IReadOnlyList<Remark> Remarks { get; init; }

    /// <summary>How much of a day's deviation so far its rest shares, learned from the rehearsals.</summary>
    public IntradayLaw Intraday { get; init; } = IntradayLaw.Default;

    /// <summary>What the types of special days do to the volume, as learned from the history.</summary>
    public IReadOnlyList<SpecialDayEffect> SpecialDays { get; init; } = [];

    public double Total => Days.Sum(day => day.Total);

    public HorizonAccuracy AccuracyOf(ForecastDay day) => Accuracy.First(accuracy => accuracy.Horizon == day.Horizon);

    /// <summary>
    /// Between what a day's total will lie: of a day of this forecast, with layers on it or without. Wider than a day's
    /// intervals suggest that err each for itself, narrower than the sum of their ranges.
    /// </summary>
    public VolumeRange RangeOf(ForecastDay day)
    {
        if (day.IsClosed)
        {
            return default;
        }

        var accuracy = AccuracyOf(day);
        return (accuracy.Totals ?? TotalErrors.Of(accuracy.Variation, day.Open.Count(open => open))).Range(day.Total);
    }

    /// <summary>
    /// The intervals that happen, by elapsed time as <see cref="PlanningIntervals"/> has them: an hour that the clocks
    /// skip is not among them, one that they show twice is so twice.
    /// </summary>
    public IEnumerable<ForecastInterval> Intervals() => Days.SelectMany(day => PlanningIntervals
        .Of(day.Date, Zone, Duration.FromMinutes(Minutes)).Select(interval => At(day, interval.Start)));

    private ForecastInterval At(ForecastDay day, Instant start)
    {
        var slot = IntervalSeries.SlotAt(start.InZone(Zone).TimeOfDay, Minutes);
        return new ForecastInterval(start, day.Volumes[slot], day.Ranges[slot], day.Open[slot]);
    }
}
