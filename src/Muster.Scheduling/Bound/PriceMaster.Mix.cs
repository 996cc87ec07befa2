using System.Numerics;
using System.Runtime.InteropServices;

namespace Muster.Scheduling.Bound;

/// <summary>The mix of rosters: people go from dear rosters to the cheapest one, as far as it pays.</summary>
internal sealed partial class PriceMaster
{
    private const double Tiny = 1e-9;
    private const int Tries = 6;
    private const int TriesInCentres = 3;

    private readonly List<(int Row, double Change)> _way = [];
    private double _leastGain;

    // How much dearer than the cheapest the rosters were that were worked.
    private double Sweep()
    {
        var (apart, dear) = (0.0, 0);
        for (var one = 0; one < _columns.Length; one++)
        {
            var (ofClass, dearOfClass) = _people[one] > 0 ? Sweep(one) : (0, 0);
            (apart, dear) = (apart + ofClass, dear + dearOfClass);
        }

        // In centres there are thousands: those that gain most are enough.
        _leastGain = _grid.AreIntervals ? apart / Math.Max(1, dear) : 0;
        for (var set = 0; set < _sets.Length; set++)
        {
            for (var interval = 0; interval < _grid.Demanded && !BitOperations.IsPow2(_sets[set]); interval++)
            {
                Balance(set, interval);
            }
        }

        return apart;
    }

    private (double Apart, int Dear) Sweep(int one)
    {
        var (apart, dear, best) = (0.0, 0, Compose(one, Weigh(one)));
        foreach (var column in _columns[one].Where(column => column.People > 0 && column.Cost > best.Cost + Tiny))
        {
            var gain = column.People * (column.Cost - best.Cost);
            (apart, dear) = (apart + gain, dear + 1);
            if (gain >= _leastGain)
            {
                Exchange(one, column, best);
            }
        }

        return (apart, dear);
    }

    private void Exchange(int one, RosterColumn from, RosterColumn to)
    {
        var set = _setOf[one];
        FindWay(set, from, to);
        AddCapWay(one, from, to, -1);
        AddCapWay(one, to, from, 1);
        var people = PeopleAlong(from.People, to.Own - from.Own);
        if (people <= 0)
        {
            return;
        }

        from.People = people >= from.People ? 0 : from.People - people;
        to.People += people;
        foreach (var (row, change) in CollectionsMarshal.AsSpan(_way))
        {
            if (row < _demandRows)
            {
                _split[set][row] = Math.Max(0, _split[set][row] + (people * change));
            }

            _have[row] += people * change;
            _prices[row] = PriceAt(row, _have[row]);
        }
    }

    // What one person changes on each row: who leaves is missed by all groups alike, who comes works for the dearest.
    private void FindWay(int set, RosterColumn from, RosterColumn to)
    {
        _way.Clear();
        var (left, right) = (0, 0);
        var interval = 0;
        while (left < from.Stretches.Length || right < to.Stretches.Length)
        {
            var old = left < from.Stretches.Length ? from.Stretches[left] : (From: int.MaxValue, To: int.MaxValue);
            var fresh = right < to.Stretches.Length ? to.Stretches[right] : (From: int.MaxValue, To: int.MaxValue);
            interval = Math.Max(interval, Math.Min(old.From, fresh.From));
            var (isOld, isFresh) = (old.From <= interval, fresh.From <= interval);
            var end = Math.Min(isOld ? old.To : old.From, isFresh ? fresh.To : fresh.From);
            for (; interval < end && isOld != isFresh; interval++)
            {
                AddWay(set, interval, isFresh);
            }

            interval = end;
            left += isOld && old.To == end ? 1 : 0;
            right += isFresh && fresh.To == end ? 1 : 0;
        }
    }

    private void AddWay(int set, int interval, bool isMore)
    {
        if (isMore)
        {
            _way.Add((CheapestRow(_sets[set], interval), 1));
            return;
        }

        double all = 0;
        var first = interval * _grid.Groups;
        for (var group = 0; group < _grid.Groups; group++)
        {
            all += _split[set][first + group];
        }

        for (var row = first; row < first + _grid.Groups && all > 0; row++)
        {
            if (_split[set][row] > 0)
            {
                _way.Add((row, -_split[set][row] / all));
            }
        }
    }

    // The cost along the way is convex: regula falsi on its slope, to which the rosters' own costs belong.
    private double PeopleAlong(double most, double own)
    {
        var (low, high, below, above) = (0.0, most, own + SlopeAt(0), 0.0);
        if (below >= -Tiny)
        {
            return 0;
        }

        above = own + SlopeAt(most);
        for (var attempt = 0; above > Tiny && attempt < (_grid.AreIntervals ? TriesInCentres : Tries); attempt++)
        {
            var middle = low + ((high - low) * Math.Clamp(below / (below - above), 0.05, 0.95));
            var slope = own + SlopeAt(middle);
            (low, below, high, above) = slope < 0 ? (middle, slope, high, above) : (low, below, middle, slope);
        }

        return above <= Tiny ? high : low;
    }

    private double SlopeAt(double people)
    {
        double slope = 0;
        foreach (var (row, change) in CollectionsMarshal.AsSpan(_way))
        {
            slope += change * PriceAt(row, _have[row] + (people * change));
        }

        return slope;
    }

    // Who works for a dear group goes to the cheapest, half of what would turn it round at most.
    private void Balance(int set, int interval)
    {
        var to = CheapestRow(_sets[set], interval);
        var first = interval * _grid.Groups;
        for (var row = first; row < first + _grid.Groups; row++)
        {
            var people = Math.Min(_split[set][row], (_prices[row] - _prices[to]) / (2 * _slope));
            if (row != to && people > 0)
            {
                Shift(set, row, -people);
                Shift(set, to, people);
            }
        }
    }

    private void Shift(int set, int row, double people)
    {
        _split[set][row] += people;
        _have[row] += people;
        _prices[row] = PriceAt(row, _have[row]);
    }

    private void Spread(int one, RosterColumn column)
    {
        var set = _setOf[one];
        var groups = BitOperations.PopCount(_sets[set]);
        foreach (var (from, to) in column.Stretches)
        {
            for (var row = from * _grid.Groups; row < to * _grid.Groups; row++)
            {
                var people = (_sets[set] >> (row % _grid.Groups) & 1) == 1 ? column.People / groups : 0;
                _split[set][row] += people;
                _have[row] += people;
            }
        }

        Cap(one, column, column.People);
    }

    private int CheapestRow(uint set, int interval)
    {
        var best = -1;
        for (var rest = set; rest != 0; rest &= rest - 1)
        {
            var row = (interval * _grid.Groups) + BitOperations.TrailingZeroCount(rest);
            best = best < 0 || _prices[row] < _prices[best] ? row : best;
        }

        return best;
    }
}
