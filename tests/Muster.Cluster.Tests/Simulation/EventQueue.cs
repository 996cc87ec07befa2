namespace Muster.Cluster.Tests.Simulation;

/// <summary>
/// What will happen, by time, and of the same moment in the order in which it was added. What happens at once goes
/// round the heap: that is most of it.
/// </summary>
internal sealed class EventQueue
{
    private readonly Queue<SimEvent> _now = new();
    private (long At, long Order, SimEvent Event)[] _heap = new (long, long, SimEvent)[256];
    private int _count;
    private long _order;
    private long _nowAt;

    /// <summary>When the next thing happens; the end of time when there is none.</summary>
    public long NextAt => _now.Count > 0 ? _nowAt : _count > 0 ? _heap[0].At : long.MaxValue;

    public void Add(long at, SimEvent next)
    {
        // All that the heap holds of this moment was added before the moment came, so it is out already.
        if (at == _nowAt && (_count == 0 || _heap[0].At > at))
        {
            _now.Enqueue(next);
            return;
        }

        if (_count == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * _count);
        }

        MoveUp(_count++, (at, _order++, next));
    }

    public SimEvent Take()
    {
        if (_now.TryDequeue(out var next))
        {
            return next;
        }

        (_nowAt, _, next) = _heap[0];
        var last = _heap[--_count];
        _heap[_count] = default;
        if (_count > 0)
        {
            MoveDown(last);
        }

        return next;
    }

    private static bool IsBefore(
        in (long At, long Order, SimEvent Event) one, in (long At, long Order, SimEvent Event) other) =>
        one.At < other.At || (one.At == other.At && one.Order < other.Order);

    private void MoveUp(int place, (long At, long Order, SimEvent Event) item)
    {
        while (place > 0 && IsBefore(item, _heap[(place - 1) / 4]))
        {
            _heap[place] = _heap[(place - 1) / 4];
            place = (place - 1) / 4;
        }

        _heap[place] = item;
    }

    private void MoveDown((long At, long Order, SimEvent Event) item)
    {
        var place = 0;
        while ((4 * place) + 1 < _count)
        {
            var least = (4 * place) + 1;
            for (var child = least + 1; child < Math.Min((4 * place) + 5, _count); child++)
            {
                least = IsBefore(_heap[child], _heap[least]) ? child : least;
            }

            if (IsBefore(item, _heap[least]))
            {
                break;
            }

            _heap[place] = _heap[least];
            place = least;
        }

        _heap[place] = item;
    }
}
