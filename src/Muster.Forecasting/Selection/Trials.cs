using Muster.Forecasting.Cleaning;
using Muster.Forecasting.Models;
using Muster.Forecasting.Results;

namespace Muster.Forecasting.Selection;

/// <summary>Rehearsals from several days of the past, and how well each method did in them.</summary>
internal sealed class Trials
{
    public const int MostOrigins = 12;

    private const int Week = 7;

    // With less than that a method has not seen every weekday often enough to be judged.
    private const int PreferredTraining = 6 * Week;
    private const int FewestTraining = 3 * Week;

    private readonly DayTable _table;

    private readonly CleanHistory _judge;

    private readonly Dictionary<int, double> _weights;

    private readonly int _blockSize;

    public Trials(DayTable table, CleanHistory judge, IReadOnlyList<IMethod> methods, int horizonDays, Ticker ticker)
    {
        (_table, _judge, Methods) = (table, judge, methods);
        _blockSize = Blocks.SizeFor(judge);
        _weights = judge.Days.ToDictionary(day => day.Day, day => day.Weight);
        var origins = OriginsFor(judge, horizonDays);
        var rehearsals = new List<Rehearsal>(origins.Count);
        foreach (var origin in origins)
        {
            rehearsals.Add(new Rehearsal(table, origin, horizonDays, methods));
            ticker.Tick((double)rehearsals.Count / (origins.Count + 1));
        }

        Rehearsals = rehearsals;
    }

    public IReadOnlyList<IMethod> Methods { get; }

    /// <summary>The oldest first; none when the history is too short.</summary>
    public IReadOnlyList<Rehearsal> Rehearsals { get; }

    public double[] Actual(int day) => _table.Values[day - _table.First];

    /// <summary>Whether a day can be held against a forecast: it was neither silent nor nearly unknown.</summary>
    public bool IsJudged(int day) => _weights.ContainsKey(day);

    /// <summary>The days of a rehearsal that lie so far ahead and can be judged, as places in its list.</summary>
    public IEnumerable<int> Places(Rehearsal rehearsal, Horizon horizon) =>
        Enumerable.Range(0, rehearsal.Days.Count).Where(place =>
            rehearsal.Days[place] - rehearsal.Origin + 1 is var ahead && ahead >= horizon.FirstDay
            && ahead <= horizon.LastDay && IsJudged(rehearsal.Days[place]));

    /// <summary>Whether anything came on the days of a rehearsal that lie so far ahead and can be judged.</summary>
    public bool HasVolume(Rehearsal rehearsal, Horizon horizon) =>
        Places(rehearsal, horizon).Any(place => Actual(rehearsal.Days[place]).Any(volume => volume > 0));

    /// <summary>
    /// Weighted absolute percentage error in which wild days weigh little; NaN without a day to judge by.
    /// </summary>
    public double Score(Rehearsal rehearsal, Horizon horizon, double[][] prediction)
    {
        var (error, actual) = (0.0, 0.0);
        foreach (var place in Places(rehearsal, horizon))
        {
            var weight = _weights[rehearsal.Days[place]];
            var day = Blocks.Compare(Actual(rehearsal.Days[place]), prediction[place], _blockSize);
            error += weight * day.Error;
            actual += weight * day.Actual;
        }

        return actual > 0 ? error / actual : double.NaN;
    }

    private static List<int> OriginsFor(CleanHistory judge, int horizonDays)
    {
        if (judge.Days.Count == 0)
        {
            return [];
        }

        var first = judge.Days[0].Day;
        var known = judge.End - first;
        var training = Math.Max(FewestTraining, Math.Min(PreferredTraining, known / 2));
        var near = Enumerable.Range(1, MostOrigins).Select(week => judge.End - week * Week);
        var far = horizonDays <= Horizon.All[1].LastDay ? []
            : Enumerable.Range(1, 4).Select(part => judge.End - MostOrigins * Week - part * 4 * Week);
        return [.. near.Concat(far).Where(origin => origin - first >= training).Order()];
    }
}
