using System.Numerics;

namespace Muster.Scheduling.Bound;

/// <summary>The mix of rosters: people go from dear rosters to the cheapest one, as far as it pays.</summary>
internal sealed partial class PriceMaster
{
    private const double Tiny = 1e-9;
    private const int Tries = 6;
    private const int FirstSteps = 1_024;

    /// <summary>Of the slope at the beginning: how much of it may be there upwards at the end of a way.</summary>
    private const double MostBeyond = 0.3;

    /// <summary>Of a person: what goes as a whole, for parts would only become more.</summary>
    private const double Crumb = 0.01;

    private (int Row, double Change)[] _way = [];
    private int _steps;
    private double _leastGain;

    // How much dearer than the cheapest the rosters were that were worked.
    private double Sweep()
    {
        var (apart, dear) = (0.0, 0);
        foreach (var one in _swept)
        {
            var (ofClass, dearOfClass) = Sweep(one);
            (apart, dear) = (apart + ofClass, dear + dearOfClass);
        }

        // In centres there are thousands: those that gain most are enough.
        _leastGain = _grid.AreIntervals ? apart / Math.Max(1, dear) : 0;
        Balance();
        return apart;
    }

    private void Balance()
    {
        for (var set = 0; set < _sets.Length; set++)
        {
            for (var interval = 0; interval < _grid.Demanded && !BitOperations.IsPow2(_sets[set]); interval++)
            {
                Balance(set, interval);
            }
        }
    }

    private (double Apart, int Dear) Sweep(int one)
    {
        var (apart, dear, best) = (0.0, 0, Compose(one, Weigh(one)));
        foreach (var column in _columns[one].Where(column => column.People > 0 && column.Cost > best.Cost + Tiny))
        {
            var gain = column.People * (column.Cost - best.Cost);
            (apart, dear) = (apart + gain, dear + 1);
            if (gain >= _leastGain || (column.People < Crumb && _grid.AreIntervals))
            {
                Exchange(one, column, best);
            }
        }

        return (apart, dear);
    }

    private void Exchange(int one, RosterColumn from, RosterColumn to)
    {
        FindWay(one, from, to);
        var own = to.Own - from.Own;
        var people = _grid.AreIntervals ? GoAbout(one, from.People, own) : GoAlong(one, from.People, own);
        from.People = people >= from.People ? 0 : from.People - people;
        to.People += people;
    }

    // The cost along the way is convex: regula falsi on its slope, to which the rosters' own costs belong.
    private double GoAlong(int one, double most, double own)
    {
        var (low, high, below, above) = (0.0, most, own + SlopeAt(0), 0.0);
        if (below >= -Tiny)
        {
            return 0;
        }

        above = own + SlopeAt(most);
        for (var attempt = 0; above > Tiny && attempt < Tries; attempt++)
        {
            var middle = low + ((high - low) * Math.Clamp(below / (below - above), 0.05, 0.95));
            var slope = own + SlopeAt(middle);
            (low, below, high, above) = slope < 0 ? (middle, slope, high, above) : (low, below, middle, slope);
        }

        var people = above <= Tiny ? high : low;
        Go(_setOf[one], people);
        return people;
    }

    // Ways of centres are long, so only their beginning and end are looked at. Where prices at a limit begin to follow
    // on the way it was too far: back to where the slope should be none.
    private double GoAbout(int one, double most, double own)
    {
        var (slope, bend) = SlopeAlong(own);
        if (slope >= -Tiny)
        {
            return 0;
        }

        var people = most < Crumb ? most : Math.Min(most, -slope / Math.Max(bend, Tiny));
        var end = own + Go(_setOf[one], people);
        var back = end > -slope * MostBeyond && most >= Crumb ? people * end / (end - slope) : 0;
        if (back > 0)
        {
            Go(_setOf[one], -back);
        }

        return people - back;
    }

    private double SlopeAt(double people)
    {
        double slope = 0;
        foreach (var (row, change) in _way.AsSpan(0, _steps))
        {
            slope += change * PriceAt(row, _have[row] + (people * change));
        }

        return slope;
    }

    // What one person changes on each row: who leaves is missed by all groups alike, who comes works for the dearest.
    private void FindWay(int one, RosterColumn from, RosterColumn to)
    {
        _steps = 0;
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
                AddWay(_setOf[one], interval, isFresh);
            }

            interval = end;
            left += isOld && old.To == end ? 1 : 0;
            right += isFresh && fresh.To == end ? 1 : 0;
        }

        AddCapWay(one, from, to, -1);
        AddCapWay(one, to, from, 1);
    }

    private void AddWay(int set, int interval, bool isMore)
    {
        if (isMore)
        {
            AddStep(CheapestRow(_sets[set], interval), 1);
            return;
        }

        var (split, first, all) = (_split[set], interval * _grid.Groups, 0.0);
        for (var row = first; row < first + _grid.Groups; row++)
        {
            all += split[row];
        }

        for (var row = first; row < first + _grid.Groups && all > 0; row++)
        {
            if (split[row] > 0)
            {
                AddStep(row, -split[row] / all);
            }
        }
    }

    private void AddStep(int row, double change)
    {
        if (_steps == _way.Length)
        {
            Array.Resize(ref _way, Math.Max(FirstSteps, 2 * _steps));
        }

        _way[_steps++] = (row, change);
    }

    // What the first person on the way changes, and how much less the next one does.
    private (double Slope, double Bend) SlopeAlong(double own)
    {
        var (slope, bend) = (own, 0.0);
        foreach (var (row, change) in _way.AsSpan(0, _steps))
        {
            slope += change * _prices[row];
            bend += _prices[row] < _curves[row].LastPrice ? change * change * SlopeOf(row) : 0;
        }

        return (slope, bend);
    }

    // Returns what another person would change.
    private double Go(int set, double people)
    {
        var (split, slope) = (_split[set], 0.0);
        foreach (var (row, change) in _way.AsSpan(0, _steps))
        {
            var more = people * change;
            if (row < _demandRows)
            {
                split[row] = Math.Max(0, split[row] + more);
            }

            var price = PriceAt(row, _have[row] += more);
            _prices[row] = price;
            slope += change * price;
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
