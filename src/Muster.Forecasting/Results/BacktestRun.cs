using Muster.Forecasting.History;
using Muster.Forecasting.Ranges;
using NodaTime;

namespace Muster.Forecasting.Results;

/// <summary>One forecast of the past beside what came.</summary>
/// <param name="Origin">The first day that was forecast; only days before it were known.</param>
public sealed record BacktestRun(LocalDate Origin, Forecast Forecast, IntervalSeries History)
{
    /// <summary>Every open interval whose volume is known, up to so many days ahead.</summary>
    public IEnumerable<BacktestInterval> Intervals(int days)
    {
        var first = Period.DaysBetween(History.FirstDay, Origin);
        for (var ahead = 0; ahead < Math.Min(days, Forecast.Days.Count); ahead++)
        {
            var day = Forecast.Days[ahead];
            for (var slot = 0; slot < day.Volumes.Count; slot++)
            {
                if (day.Open[slot] && History.State(first + ahead, slot) == IntervalState.Counted)
                {
                    yield return new BacktestInterval(
                        day.Date, slot, History[first + ahead, slot], day.Volumes[slot], day.Ranges[slot]);
                }
            }
        }
    }

    /// <summary>Days whose open intervals are all known, up to so many ahead: what came, and the range.</summary>
    public IEnumerable<(double Actual, VolumeRange Range)> Totals(int days) => Intervals(days)
        .GroupBy(interval => interval.Date)
        .Select(day => (Came: day.ToArray(), Day: Forecast.Days.First(other => other.Date == day.Key)))
        .Where(day => day.Came.Length == day.Day.Open.Count(open => open))
        .Select(day => (
            day.Came.Sum(interval => interval.Actual * day.Day.Occurrences[interval.Slot]),
            Forecast.RangeOf(day.Day)));

    /// <summary>Sum of absolute errors over sum of volumes, up to so many days ahead; NaN when nothing came.</summary>
    public double Wape(int days)
    {
        var (error, actual) = (0.0, 0.0);
        foreach (var interval in Intervals(days))
        {
            error += Math.Abs(interval.Actual - interval.Forecast);
            actual += interval.Actual;
        }

        return actual > 0 ? error / actual : double.NaN;
    }
}
