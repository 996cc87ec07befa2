using System.Numerics;

namespace Muster.Scheduling.Content;

/// <summary>
/// Splits the agents at work over planning groups, interval by interval, so that the needs cost least: each agent is
/// counted once, for one of their groups. Agents with the same groups form a skill set. Adding or removing one agent
/// moves others along one shortest chain, which keeps the split optimal because costs are convex (successive shortest
/// paths; Ahuja, Magnanti and Orlin, Network Flows, 1993, chapter 9). At most 32 groups.
/// </summary>
internal sealed class SupplySplit
{
    private readonly int _groups;
    private readonly uint[] _sets;
    private readonly ushort[] _assigned;
    private readonly int[] _have;
    private readonly int[] _from = new int[32];
    private readonly int[] _by = new int[32];
    private readonly long[] _up = new long[32];
    private readonly Func<int, int, long> _costOf;

    /// <param name="sets">The groups of each skill set, as bits.</param>
    /// <param name="costOf">What a row (<c>interval * groups + group</c>) costs with so many.</param>
    public SupplySplit(int intervals, int groups, uint[] sets, Func<int, int, long> costOf)
    {
        (_groups, _sets, _costOf) = (groups, sets, costOf);
        _assigned = new ushort[intervals * sets.Length * groups];
        _have = new int[intervals * groups];
    }

    /// <summary>How many each group has, <c>interval * groups + group</c>.</summary>
    public ReadOnlySpan<int> Have => _have;

    /// <summary>One more agent of a set.</summary>
    /// <returns>By how much the cost rises.</returns>
    public long Add(int interval, int set)
    {
        var reached = Spread(interval, _sets[set], isFilling: false);
        var (group, cost) = Cheapest(interval, reached, 1);
        _have[(interval * _groups) + group]++;
        while (_from[group] >= 0)
        {
            // Whoever of the chain's set worked for the group before now works for this one.
            Count(interval, _by[group], _from[group])--;
            Count(interval, _by[group], group)++;
            group = _from[group];
        }

        Count(interval, set, group)++;
        return cost;
    }

    /// <summary>One agent of a set leaves; there is one.</summary>
    /// <returns>By how much the cost rises.</returns>
    public long Remove(int interval, int set)
    {
        uint own = 0;
        for (var group = 0; group < _groups; group++)
        {
            own |= Count(interval, set, group) > 0 ? 1u << group : 0;
        }

        var reached = Spread(interval, own, isFilling: true);
        var (last, cost) = Cheapest(interval, reached, -1);
        _have[(interval * _groups) + last]--;
        while (_from[last] >= 0)
        {
            Count(interval, _by[last], last)--;
            Count(interval, _by[last], _from[last])++;
            last = _from[last];
        }

        Count(interval, set, last)--;
        return cost;
    }

    /// <summary>What one more agent of each set would cost.</summary>
    public void FillMarginals(int interval, Span<long> marginals)
    {
        for (var group = 0; group < _groups; group++)
        {
            var row = (interval * _groups) + group;
            _up[group] = _costOf(row, _have[row] + 1) - _costOf(row, _have[row]);
        }

        // A place in a group can be passed on to whatever else its people can do, as often as it helps.
        var isChanged = _sets.Length > 1;
        while (isChanged)
        {
            isChanged = false;
            for (var set = 0; set < _sets.Length; set++)
            {
                isChanged |= PassOn(interval, set);
            }
        }

        for (var set = 0; set < _sets.Length; set++)
        {
            marginals[set] = LeastUp(_sets[set]);
        }
    }

    private bool PassOn(int interval, int set)
    {
        var (least, isChanged) = (LeastUp(_sets[set]), false);
        for (var rest = _sets[set]; rest != 0; rest &= rest - 1)
        {
            var group = BitOperations.TrailingZeroCount(rest);
            if (_up[group] > least && Count(interval, set, group) > 0)
            {
                (_up[group], isChanged) = (least, true);
            }
        }

        return isChanged;
    }

    private long LeastUp(uint groups)
    {
        var least = long.MaxValue;
        for (; groups != 0; groups &= groups - 1)
        {
            least = Math.Min(least, _up[BitOperations.TrailingZeroCount(groups)]);
        }

        return least;
    }

    private ref ushort Count(int interval, int set, int group) =>
        ref _assigned[(((interval * _sets.Length) + set) * _groups) + group];

    private (int Group, long Cost) Cheapest(int interval, uint groups, int change)
    {
        var (best, least) = (-1, long.MaxValue);
        for (; groups != 0; groups &= groups - 1)
        {
            var group = BitOperations.TrailingZeroCount(groups);
            var row = (interval * _groups) + group;
            var cost = _costOf(row, _have[row] + change) - _costOf(row, _have[row]);
            if (cost < least)
            {
                (best, least) = (group, cost);
            }
        }

        return (best, least);
    }

    // Groups to which a new agent's place can be passed on (or from which a free place can be filled), with the chain.
    private uint Spread(int interval, uint seeds, bool isFilling)
    {
        for (var rest = seeds; rest != 0; rest &= rest - 1)
        {
            _from[BitOperations.TrailingZeroCount(rest)] = -1;
        }

        var (reached, open) = (seeds, seeds);
        while (open != 0 && _sets.Length > 1)
        {
            var group = BitOperations.TrailingZeroCount(open);
            open &= open - 1;
            for (var set = 0; set < _sets.Length; set++)
            {
                var fresh = (_sets[set] >> group & 1) == 0 ? 0 : NextOf(interval, (set, group), isFilling) & ~reached;
                reached |= fresh;
                open |= fresh;
                for (; fresh != 0; fresh &= fresh - 1)
                {
                    var next = BitOperations.TrailingZeroCount(fresh);
                    (_from[next], _by[next]) = (group, set);
                }
            }
        }

        return reached;
    }

    private uint NextOf(int interval, (int Set, int Group) at, bool isFilling)
    {
        if (!isFilling)
        {
            return Count(interval, at.Set, at.Group) > 0 ? _sets[at.Set] : 0;
        }

        uint groups = 0;
        for (var rest = _sets[at.Set]; rest != 0; rest &= rest - 1)
        {
            var group = BitOperations.TrailingZeroCount(rest);
            groups |= Count(interval, at.Set, group) > 0 ? 1u << group : 0;
        }

        return groups;
    }
}
