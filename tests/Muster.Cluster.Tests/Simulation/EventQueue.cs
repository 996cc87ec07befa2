namespace Muster.Cluster.Tests.Simulation;

/// <summary>
/// What will happen, by time, and of the same moment in the order in which it was added. What happens at once goes
/// round the heap: that is most of it. The heap holds no references, which would make each move in it dearer.
/// </summary>
internal sealed class EventQueue
{
    private readonly Queue<SimEvent> _now = new();
    private readonly Stack<int> _free = new();
    private (long At, long Order, int Place)[] _heap = new (long, long, int)[256];
    private SimEvent[] _events = new SimEvent[256];
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
            Array.Resize(ref _events, 2 * _count);
        }

        var place = _free.TryPop(out var free) ? free : _count;
        _events[place] = next;
        MoveUp(_count++, (at, _order++, place));
    }

    public SimEvent Take()
    {
        if (_now.TryDequeue(out var next))
        {
            return next;
        }

        (_nowAt, _, var place) = _heap[0];
        next = _events[place];
        _events[place] = default;
        _free.Push(place);
        var last = _heap[--_count];
        if (_count > 0)
        {
            MoveDown(last);
        }

        return next;
    }

    private static bool IsBefore(
        in (long At, long Order, int Place) one, in (long At, long Order, int Place) other) =>
        one.At < other.At || (one.At == other.At && one.Order < other.Order);

    private void MoveUp(int place, (long At, long Order, int Place) item)
    {
        while (place > 0 && IsBefore(item, _heap[(place - 1) / 4]))
        {
            _heap[place] = _heap[(place - 1) / 4];
            place = (place - 1) / 4;
        }

        _heap[place] = item;
    }

    private void MoveDown((long At, long Order, int Place) item)
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
