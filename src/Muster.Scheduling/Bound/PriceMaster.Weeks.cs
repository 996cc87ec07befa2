using Muster.Scheduling.Kernel;

namespace Muster.Scheduling.Bound;

/// <summary>
/// Rosters made of the weeks of others: what the programme finds for all days at once has seldom the best of each week
/// at the prices of the mix, which change with every exchange.
/// </summary>
internal sealed partial class PriceMaster
{
    private const int WeeksTried = 3;

    private readonly Func<int, int[], double> _own;
    private readonly int[] _weeks;
    private readonly int[] _weekPlaces;
    private double[] _weekCosts = [];

    // The cheapest roster with one week after the other as in another roster, where that is cheaper and allowed.
    private RosterColumn Compose(int one, RosterColumn best)
    {
        if (_weekPlaces.Length <= 1)
        {
            return best;
        }

        CountWeeks(_columns[one]);
        var (first, made) = (_columns[one].IndexOf(best), best);
        for (var week = 0; week < _weekPlaces.Length; week++)
        {
            // What it has of a week that it did not get from another is still the first one's.
            var now = _weekCosts[(first * _weekPlaces.Length) + week];
            for (var attempt = 0; attempt < WeeksTried && CheapestOf(week, _columns[one].Count) is var at
                && _weekCosts[at] < now - Tiny; attempt++)
            {
                _weekCosts[at] = double.PositiveInfinity;
                if (WithWeek(one, made, _columns[one][at / _weekPlaces.Length], week) is { } better
                    && better.Cost < made.Cost - Tiny)
                {
                    made = better;
                    break;
                }
            }
        }

        return made == best ? best : Keep(one, made);
    }

    private RosterColumn Keep(int one, RosterColumn column)
    {
        if (_columns[one].Find(column.IsLike) is { } known)
        {
            return known;
        }

        _columns[one].Add(column);
        return column;
    }

    // Of each roster and week; what begins in a week belongs to it.
    private void CountWeeks(List<RosterColumn> columns)
    {
        var weeks = _weekPlaces.Length;
        Array.Resize(ref _weekCosts, Math.Max(_weekCosts.Length, columns.Count * weeks));
        Array.Clear(_weekCosts);
        for (var at = 0; at < columns.Count; at++)
        {
            var week = 0;
            foreach (var (from, to) in columns[at].Stretches)
            {
                while (week + 1 < weeks && from >= _weekPlaces[week + 1])
                {
                    week++;
                }

                _weekCosts[(at * weeks) + week] += _sums[to] - _sums[from];
            }
        }
    }

    private int CheapestOf(int week, int columns)
    {
        var best = week;
        for (var at = week; at < columns * _weekPlaces.Length; at += _weekPlaces.Length)
        {
            best = _weekCosts[at] < _weekCosts[best] ? at : best;
        }

        return best;
    }

    private RosterColumn? WithWeek(int one, RosterColumn column, RosterColumn other, int week)
    {
        var (from, to) = (_weeks[week], week + 1 < _weeks.Length ? _weeks[week + 1] : int.MaxValue);
        (int Day, int Option, short[] Content)[] shifts =
        [
            .. column.Shifts.TakeWhile(shift => shift.Day < from),
            .. other.Shifts.Where(shift => shift.Day >= from && shift.Day < to),
            .. column.Shifts.SkipWhile(shift => shift.Day < to),
        ];
        var roster = new int[_days];
        Array.Fill(roster, -1);
        Array.ForEach(shifts, shift => roster[shift.Day] = shift.Option);
        if (_own(one, roster) is var own && own >= Weights.Breach)
        {
            return null;
        }

        var made = ColumnOf(shifts, own);
        Weigh(one, made);
        return made;
    }
}
