using Muster.Forecasting.Cleaning;
using Muster.Forecasting.History;
using Muster.Forecasting.Intraday;
using Muster.Forecasting.Models;
using Muster.Forecasting.Ranges;
using Muster.Forecasting.Results;
using Muster.Forecasting.Selection;
using Muster.Forecasting.SpecialDays;
using NodaTime;

namespace Muster.Forecasting;

/// <summary>The making of one forecast. Used once, by one thread.</summary>
internal sealed class ForecastRun
{
    // Errors grow about so much from one horizon to the next where no rehearsal could show it.
    private const double Widening = 1.2;

    private readonly CleanHistory _history;

    private readonly DayTable _table;

    private readonly Trials _trials;

    private readonly Ticker _ticker;

    private readonly int _first;

    private readonly int _dayCount;

    private readonly int[] _days;

    private readonly Dictionary<Horizon, (HorizonAccuracy Accuracy, ErrorModel Errors)> _learned = [];

    private readonly SpecialDayEffects _effects;

    private IntradayLaw _intraday = IntradayLaw.Default;

    public ForecastRun(CleanHistory history, LocalDate first, int days, Ticker ticker)
    {
        (_history, _table, _ticker) = (history, history.Table, ticker);
        _effects = new SpecialDayEffects(history);
        (_first, _dayCount) = (DayNumber.Of(first), days);
        _days = [.. Enumerable.Range(_first, days).Where(IsOpen)];
        var ahead = Math.Min(_first + days - history.End, Horizon.All[^1].LastDay);
        _trials = new Trials(_table, history, MethodCatalog.All, ahead, ticker);
    }

    public Forecast Make()
    {
        var past = new TrainingSet(_history);
        var volumes = new Dictionary<int, double[]>();
        Choice? choice = null;
        foreach (var horizon in Horizon.All)
        {
            // Whoever looks up a day's horizon finds it, on closed days too.
            if (horizon == Horizon.All[0] || Enumerable.Range(_first, _dayCount).Any(day => HorizonOf(day) == horizon))
            {
                choice = new Chooser(_trials, horizon).Choose() ?? Borrowed(choice, horizon);
                Learn(choice);
                Predict(past, choice, [.. _days.Where(day => HorizonOf(day) == horizon)], volumes);
            }
        }

        _ticker.Tick(1);
        return Result(volumes);
    }

    private Horizon HorizonOf(int day) => Horizon.Of(day - _history.End + 1);

    private bool IsOpen(int day) => _table.IsOpenWeekday(DayNumber.Weekday(day)) && !_table.IsClosed(day);

    private Choice Borrowed(Choice? nearer, Horizon horizon)
    {
        var weeks = (_history.End - _history.Days[0].Day) / 7.0;
        return nearer is { Predictions.Count: > 0 }
            ? nearer with
            {
                Horizon = horizon,
                Predictions = [],
                Reason = $"It is the method of the days before: {weeks:0.#} weeks of history are too few to try "
                    + "methods this far ahead.",
            }
            : new Choice(horizon, MethodCatalog.ForShortHistory.Name, [-1], $"{weeks:0.#} weeks of history are too "
                + "few to try methods on; this one needs the fewest numbers.", []);
    }

    private void Learn(Choice choice)
    {
        var accuracy = new ChoiceAccuracy(_trials, choice, NaiveError());
        if (choice.Predictions.Count > 0 && ErrorModel.Learn(accuracy.Days) is { } errors)
        {
            _learned[choice.Horizon] = (accuracy.Tell(), errors);
            _intraday = choice.Horizon == Horizon.All[0] ? IntradayLaw.Learn(accuracy.Days) : _intraday;
            return;
        }

        var nearer = _learned.Values.LastOrDefault();
        _learned[choice.Horizon] = (new HorizonAccuracy
        {
            Horizon = choice.Horizon,
            Method = choice.Name,
            Reason = choice.Reason,
            Variation = nearer.Accuracy?.Variation ?? DayVariation.Unknown,
            Totals = nearer.Accuracy?.Totals?.Widened(Widening),
            Tried = choice.Scores,
        }, nearer.Errors?.Widened(Widening) ?? ErrorModel.Unknown);
    }

    private void Predict(TrainingSet past, Choice choice, int[] days, Dictionary<int, double[]> volumes)
    {
        if (days.Length == 0)
        {
            return;
        }

        var said = Choice.Mean([.. choice.Methods.Select(method =>
            (method < 0 ? MethodCatalog.ForShortHistory : MethodCatalog.All[method]).Predict(past, days))]);
        for (var i = 0; i < days.Length; i++)
        {
            var factor = _effects.FactorOf(days[i]);
            volumes[days[i]] = [.. said[i].Select(volume => factor * Math.Max(0, volume))];
        }
    }

    private double NaiveError()
    {
        var past = _history.Days.ToDictionary(day => day.Day);
        var pairs = _history.Days.Where(day => past.ContainsKey(day.Day - 7)).ToArray();
        var cells = pairs.Sum(day => (double)day.Volumes.Length);
        return pairs.Sum(day => Blocks.Compare(day.Volumes, past[day.Day - 7].Volumes, 1).Error) / cells;
    }

    private Forecast Result(Dictionary<int, double[]> volumes)
    {
        var series = _table.Series;
        return new Forecast
        {
            Zone = series.Zone,
            Minutes = series.Minutes,
            Days = [.. Enumerable.Range(_first, _dayCount).Select(day => DayOf(day, volumes.GetValueOrDefault(day)))],
            Intraday = _intraday,
            SpecialDays = [.. _effects.All],
            Accuracy = [.. _learned.Values.Select(learned => learned.Accuracy)],
            Remarks = [.. series.Remarks, .. _history.Remarks, .. HistoryRemarks.About(_history)],
        };
    }

    private ForecastDay DayOf(int day, double[]? volumes)
    {
        var horizon = HorizonOf(day);
        var slots = _table.Series.SlotsPerDay;
        var (all, ranges, open) = (new double[slots], new VolumeRange[slots], new bool[slots]);
        var hours = _table.Open(DayNumber.Weekday(day));
        for (var i = 0; volumes is not null && i < _table.Slots.Count; i++)
        {
            if (hours[i])
            {
                var slot = _table.Slots[i];
                (all[slot], ranges[slot], open[slot]) = (volumes[i], _learned[horizon].Errors.Range(volumes[i]), true);
            }
        }

        var date = DayNumber.DateOf(day);
        return new ForecastDay
        {
            Date = date,
            IsClosed = volumes is null,
            Special = _table.SpecialName(day),
            Horizon = horizon,
            Volumes = all,
            Ranges = ranges,
            Open = open,
            Occurrences = ClockChanges.Occurrences(date, _table.Series.Zone, _table.Series.Minutes) ?? Ones(slots),
        };
    }

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];
}
