using Muster.Forecasting.Ranges;
using Muster.Forecasting.Results;

namespace Muster.Forecasting.Selection;

/// <summary>How well a choice did in the rehearsals, as it is shown to planners.</summary>
internal sealed class ChoiceAccuracy
{
    private readonly Trials _trials;

    private readonly Choice _choice;

    private readonly double _naiveError;

    public ChoiceAccuracy(Trials trials, Choice choice, double naiveError)
    {
        (_trials, _choice, _naiveError) = (trials, choice, naiveError);
        Days = [.. Enumerable.Range(0, choice.Predictions.Count).SelectMany(DaysOf)];
    }

    public IReadOnlyList<RehearsedDay> Days { get; }

    public HorizonAccuracy Tell()
    {
        var (inside80, inside95) = Coverage();
        var (days80, days95) = DayCoverage();
        var known = Days.SelectMany(day => day.Known).ToArray();
        var actual = known.Sum(pair => pair.Actual);
        return new HorizonAccuracy
        {
            Horizon = _choice.Horizon,
            Method = _choice.Name,
            Reason = _choice.Reason,
            Rehearsals = Days.Select(day => day.Rehearsal).Distinct().Count(),
            Wape = Mean(Days),
            NaiveWape = Mean([.. Days.Select(day => day with { Forecast = NaiveOf(day) })]),
            Mase = Known(known.Average(pair => Math.Abs(pair.Actual - pair.Forecast)) / _naiveError),
            Bias = Known(known.Sum(pair => pair.Forecast) / actual - 1),
            Coverage80 = inside80,
            Coverage95 = inside95,
            PoissonFloor = Known(known.Sum(pair => PoissonLaw.MeanAbsoluteDeviation(pair.Forecast)) / actual),
            Variation = DayVariation.Learn(Days),
            Totals = TotalErrors.Learn(Days),
            DayCoverage80 = days80,
            DayCoverage95 = days95,
            Tried = _choice.Scores,
        };
    }

    private IEnumerable<RehearsedDay> DaysOf(int index)
    {
        var rehearsal = _trials.Rehearsals[index];
        return _choice.Predictions[index] is not { } said ? []
            : _trials.Places(rehearsal, _choice.Horizon).Select(place => new RehearsedDay(
                index, rehearsal.Days[place], _trials.Actual(rehearsal.Days[place]), said[place]));
    }

    private double[] NaiveOf(RehearsedDay day)
    {
        var rehearsal = _trials.Rehearsals[day.Rehearsal];
        return rehearsal.Predictions[0]![rehearsal.Days.ToList().IndexOf(day.Day)];
    }

    /// <summary>Ranges learned from the other rehearsals, held against each.</summary>
    private (double Inside80, double Inside95) Coverage()
    {
        var (inside80, inside95, count) = (0, 0, 0);
        foreach (var rehearsal in Days.GroupBy(day => day.Rehearsal))
        {
            var errors = ErrorModel.Learn([.. Days.Where(day => day.Rehearsal != rehearsal.Key)]) ?? ErrorModel.Unknown;
            foreach (var (actual, forecast) in rehearsal.SelectMany(day => day.Known))
            {
                var range = errors.Range(forecast);
                inside80 += actual >= range.P10 && actual <= range.P90 ? 1 : 0;
                inside95 += actual >= range.Low95 && actual <= range.High95 ? 1 : 0;
                count++;
            }
        }

        return (Known((double)inside80 / count), Known((double)inside95 / count));
    }

    /// <summary>The same of whole days, as far as their intervals are known.</summary>
    private (double Inside80, double Inside95) DayCoverage()
    {
        var (inside80, inside95, count) = (0, 0, 0);
        foreach (var rehearsal in Days.GroupBy(day => day.Rehearsal))
        {
            if (TotalErrors.Learn([.. Days.Where(day => day.Rehearsal != rehearsal.Key)]) is not { } errors)
            {
                continue;
            }

            foreach (var (ratio, forecast) in rehearsal.Select(day => day.Total()).Where(total => total.Forecast > 0))
            {
                var (actual, range) = (ratio * forecast, errors.Range(forecast));
                inside80 += actual >= range.P10 && actual <= range.P90 ? 1 : 0;
                inside95 += actual >= range.Low95 && actual <= range.High95 ? 1 : 0;
                count++;
            }
        }

        return (Known((double)inside80 / count), Known((double)inside95 / count));
    }

    private static double Mean(IEnumerable<RehearsedDay> days) => days.GroupBy(day => day.Rehearsal)
        .Select(rehearsal => rehearsal.SelectMany(day => day.Actual.Zip(day.Forecast))
            .Where(pair => !double.IsNaN(pair.First)).ToArray())
        .Select(cells => cells.Sum(cell => Math.Abs(cell.First - cell.Second)) / cells.Sum(cell => cell.First))
        .Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    private static double Known(double value) => double.IsFinite(value) ? value : double.NaN;
}
