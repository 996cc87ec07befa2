namespace Muster.Simulation.Engine;

/// <summary>
/// The lines of all queues and the heap of those who may hang up, over one pool of places: joining, leaving and hanging
/// up allocate nothing once the pool has its size, and nobody who was answered is left behind in the heap.
/// </summary>
internal sealed class WaitingRoom
{
    private const int None = -1;

    private readonly int[] _heads;
    private readonly int[] _tails;
    private WaitingCall[] _places = new WaitingCall[64];
    private int[] _heap = new int[64];
    private int _heapCount;
    private int _free = None;
    private int _used;

    public WaitingRoom(int queues)
    {
        (_heads, _tails) = (new int[queues], new int[queues]);
        Array.Fill(_heads, None);
        Array.Fill(_tails, None);
    }

    /// <summary>When the next caller hangs up; positive infinity when nobody will.</summary>
    public double FirstGivesUpAt { get; private set; } = double.PositiveInfinity;

    /// <summary>Who hangs up then.</summary>
    public int FirstToGiveUp => _heap[0];

    /// <summary>The place of the call that waits longest in a queue; -1: none waits.</summary>
    public int FirstOf(int queue) => _heads[queue];

    public ref WaitingCall this[int place] => ref _places[place];

    public void Join(in WaitingCall call)
    {
        var place = TakePlace();
        ref var joined = ref _places[place];
        joined = call;
        joined.Next = None;
        joined.HeapIndex = None;
        joined.Previous = _tails[call.Queue];
        if (joined.Previous == None)
        {
            _heads[call.Queue] = place;
        }
        else
        {
            _places[joined.Previous].Next = place;
        }

        _tails[call.Queue] = place;
        if (!double.IsPositiveInfinity(call.GivesUpAt))
        {
            Push(place);
        }
    }

    /// <summary>Out of the line and out of the heap; the place is free.</summary>
    public void Leave(int place)
    {
        ref var call = ref _places[place];
        if (call.Previous == None)
        {
            _heads[call.Queue] = call.Next;
        }
        else
        {
            _places[call.Previous].Next = call.Next;
        }

        if (call.Next == None)
        {
            _tails[call.Queue] = call.Previous;
        }
        else
        {
            _places[call.Next].Previous = call.Previous;
        }

        if (call.HeapIndex != None)
        {
            Remove(call.HeapIndex);
        }

        call.Next = _free;
        _free = place;
    }

    private int TakePlace()
    {
        if (_free != None)
        {
            var place = _free;
            _free = _places[place].Next;
            return place;
        }

        if (_used == _places.Length)
        {
            Array.Resize(ref _places, 2 * _used);
            Array.Resize(ref _heap, 2 * _used);
        }

        return _used++;
    }

    private void Push(int place)
    {
        Rise(_heapCount++, place);
        FirstGivesUpAt = _places[_heap[0]].GivesUpAt;
    }

    private void Remove(int index)
    {
        var last = _heap[--_heapCount];
        if (index < _heapCount)
        {
            if (index > 0 && Before(last, _heap[(index - 1) / 2]))
            {
                Rise(index, last);
            }
            else
            {
                Sink(index, last);
            }
        }

        FirstGivesUpAt = _heapCount == 0 ? double.PositiveInfinity : _places[_heap[0]].GivesUpAt;
    }

    private void Rise(int index, int place)
    {
        while (index > 0 && Before(place, _heap[(index - 1) / 2]))
        {
            Put(index, _heap[(index - 1) / 2]);
            index = (index - 1) / 2;
        }

        Put(index, place);
    }

    private void Sink(int index, int place)
    {
        for (var child = (2 * index) + 1; child < _heapCount; child = (2 * index) + 1)
        {
            if (child + 1 < _heapCount && Before(_heap[child + 1], _heap[child]))
            {
                child++;
            }

            if (!Before(_heap[child], place))
            {
                break;
            }

            Put(index, _heap[child]);
            index = child;
        }

        Put(index, place);
    }

    private void Put(int index, int place)
    {
        _heap[index] = place;
        _places[place].HeapIndex = index;
    }

    /// <summary>Who came first hangs up first at equal times.</summary>
    private bool Before(int one, int other)
    {
        ref readonly var a = ref _places[one];
        ref readonly var b = ref _places[other];
        return a.GivesUpAt < b.GivesUpAt || (a.GivesUpAt == b.GivesUpAt && a.Call < b.Call);
    }
}
