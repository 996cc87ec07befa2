using System.Numerics;

namespace Muster.Simulation.Engine;

/// <summary>
/// The calendar. Every source of events (an agent's work in hand, an agent's next change, a queue's next call) has at
/// most one event ahead, so the calendar is a tournament over a fixed set of sources: setting a time is a walk from a
/// leaf to the root without a branch to mispredict. At equal times the source with the lower number comes first.
/// Times are kept as the bits of doubles, which for times of 0 and more are in the same order.
/// </summary>
internal sealed class EventTree
{
    private readonly Node[] _nodes;
    private readonly int _leaves;

    public EventTree(int sources)
    {
        _leaves = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, sources));
        _nodes = new Node[2 * _leaves];
        for (var i = 0; i < _leaves; i++)
        {
            _nodes[_leaves + i] = new Node { Key = KeyOf(double.PositiveInfinity), Source = i };
        }

        for (var i = _leaves - 1; i > 0; i--)
        {
            _nodes[i] = _nodes[2 * i];
        }
    }

    /// <summary>Positive infinity when nothing is ahead.</summary>
    public double FirstTime => BitConverter.Int64BitsToDouble(_nodes[1].Key);

    public int First => _nodes[1].Source;

    /// <param name="time">0 or more; positive infinity: nothing.</param>
    public void Set(int source, double time)
    {
        var nodes = _nodes;
        var (key, winner) = (KeyOf(time), source);
        var i = _leaves + source;
        nodes[i].Key = key;
        for (; i > 1; i >>= 1)
        {
            // All ones where the sibling wins: it is earlier, or as early and on the left (then i is odd).
            ref readonly var sibling = ref nodes[i ^ 1];
            var mask = (sibling.Key - key - (i & 1)) >> 63;
            key ^= (key ^ sibling.Key) & mask;
            winner ^= (winner ^ sibling.Source) & (int)mask;
            ref var parent = ref nodes[i >> 1];
            parent.Key = key;
            parent.Source = winner;
        }
    }

    private static long KeyOf(double time) => BitConverter.DoubleToInt64Bits(time);

    private struct Node
    {
        public long Key;
        public int Source;
    }
}
