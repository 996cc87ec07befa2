using Muster.Domain.Outcomes;
using Muster.Forecasting.Cleaning;
using Muster.Forecasting.History;
using Muster.Forecasting.Results;
using Muster.Forecasting.Selection;
using NodaTime;

namespace Muster.Forecasting;

/// <summary>
/// From a queue's history to its forecast: cleans the history, forecasts the past with every method, takes for each
/// horizon the one that did best, and learns from its errors how sure the forecast is. Pure and without state: several
/// threads may forecast several queues at once, and the same history gives the same forecast always.
/// </summary>
public static class Forecaster
{
    /// <summary>Models look so many days back: older ones need not be read.</summary>
    public const int HistoryDays = DayTable.MostDays;

    /// <summary>So many days at most are forecast, and no further after the end of the history.</summary>
    public const int MostDays = 400;

    /// <param name="progress">Told parts of 1; may be null.</param>
    /// <returns>The forecast, or which field of the request or the history it cannot be made from.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Outcome<Forecast> Forecast(
        IntervalSeries history, ForecastRequest request, IProgress<double>? progress, CancellationToken stop)
    {
        var first = request.FirstDay ?? history.LastDay.PlusDays(1);
        var ahead = Period.DaysBetween(history.LastDay, first);
        var wrong = new FieldChecks()
            .That(request.Days is >= 1 and <= MostDays, "days", $"{request.Days} is not 1 to {MostDays}.")
            .That(ahead >= 1, "first_day", $"{first:uuuu-MM-dd} lies within the history, which goes to "
                + $"{history.LastDay:uuuu-MM-dd}.\nMaybe cut the history, or leave the first day out.")
            .That(ahead <= MostDays, "first_day", $"{first:uuuu-MM-dd} is {ahead} days after the end of the history, "
                + $"{history.LastDay:uuuu-MM-dd}.\nMaybe the history is an old one.")
            .Refusal;
        if (wrong is not null)
        {
            return wrong;
        }

        var table = new DayTable(history, request.Calendar, request.Hours);
        var clean = new CleanHistory(table, table.End);
        if (clean.Days.Count == 0)
        {
            return new Refusal.Invalid("history", $"has no open day with numbers from {history.FirstDay:uuuu-MM-dd} to "
                + $"{history.LastDay:uuuu-MM-dd}.\nMaybe the opening hours or the closed days are another queue's.");
        }

        return new ForecastRun(clean, first, request.Days, new Ticker(progress, stop)).Make();
    }

    /// <summary>
    /// What <see cref="Forecast"/> would have said at some days of the past, selection and all, against what came.
    /// </summary>
    public static Outcome<Backtest> Backtest(
        IntervalSeries history, BacktestRequest request, IProgress<double>? progress, CancellationToken stop)
    {
        var origins = request.OriginsIn(history);
        if (origins.Count == 0)
        {
            return new Refusal.Invalid("origins", $"leave no day to forecast from: the history goes from "
                + $"{history.FirstDay:uuuu-MM-dd} to {history.LastDay:uuuu-MM-dd}.\n"
                + "Maybe ask for fewer or later origins, or a longer history.");
        }

        var runs = new List<BacktestRun>(origins.Count);
        foreach (var origin in origins)
        {
            var known = history.Sub(0, Period.DaysBetween(history.FirstDay, origin));
            var days = Math.Min(request.Days, Period.DaysBetween(origin, history.LastDay) + 1);
            var asked = new ForecastRequest { Days = days, Calendar = request.Calendar, Hours = request.Hours };
            var outcome = Forecast(known, asked, null, stop);
            if (outcome.Refused is { } refused)
            {
                return refused;
            }

            runs.Add(new BacktestRun(origin, outcome.Value, history));
            progress?.Report((double)runs.Count / origins.Count);
        }

        return new Backtest(runs);
    }
}
