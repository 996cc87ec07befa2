using System.Numerics;

namespace Muster.Simulation.Engine;

/// <summary>
/// The calendar. Every source of events (an agent's work in hand, an agent's next change, a queue's next call) has at
/// most one event ahead, so the calendar is a tournament over a fixed set of sources: setting a time is a walk from a
/// leaf to the root without a branch to mispredict. At equal times the source with the lower number comes first.
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
            _nodes[_leaves + i] = new Node { Time = double.PositiveInfinity, Source = i };
        }

        for (var i = _leaves - 1; i > 0; i--)
        {
            _nodes[i] = _nodes[2 * i];
        }
    }

    /// <summary>Positive infinity when nothing is ahead.</summary>
    public double FirstTime => _nodes[1].Time;

    public int First => _nodes[1].Source;

    /// <param name="time">Positive infinity: nothing.</param>
    public void Set(int source, double time)
    {
        var nodes = _nodes;
        var i = _leaves + source;
        nodes[i].Time = time;
        for (i >>= 1; i > 0; i >>= 1)
        {
            var left = 2 * i;
            nodes[i] = nodes[left + (nodes[left + 1].Time < nodes[left].Time ? 1 : 0)];
        }
    }

    private struct Node
    {
        public double Time;
        public int Source;
    }
}
