using Muster.Simulation.Centre;

namespace Muster.Bench.Simulation;

/// <summary>
/// The same rules written as one would at first: a class per event and call, a priority queue, System.Random. For
/// centres with exponential times and agents who are always there.
/// </summary>
internal sealed class BaselineCentre
{
    private readonly PriorityQueue<Event, double> _calendar = new();
    private readonly LinkedList<Call>[] _lines;
    private readonly int[] _idle;
    private readonly int[][] _groupsOf;
    private readonly int[][] _queuesOf;
    private readonly CentreModel _model;
    private readonly Random _random;

    public BaselineCentre(CentreModel model, int seed)
    {
        (_model, _random) = (model, new Random(seed));
        _lines = [.. model.Queues.Select(_ => new LinkedList<Call>())];
        _idle = [.. model.Groups.Select(group => group.AlwaysOnQueue)];
        _groupsOf = [.. model.Queues.Select(queue => model.Groups.Index()
            .Where(group => group.Item.Skills.Any(skill => skill.Queue == queue.Name))
            .OrderByDescending(group => group.Item.Skills.First(skill => skill.Queue == queue.Name).Level)
            .Select(group => group.Index).ToArray())];
        var names = model.Queues.Select(queue => queue.Name).ToList();
        _queuesOf = [.. model.Groups.Select(group => group.Skills.OrderBy(skill => skill.Priority)
            .Select(skill => names.IndexOf(skill.Queue)).ToArray())];
    }

    private enum Kind
    {
        Arrival,
        End,
        GiveUp,
    }

    public int Answered { get; private set; }

    public int AnsweredInTime { get; private set; }

    public int Abandoned { get; private set; }

    /// <summary>Simulates so many calls.</summary>
    public void Run(long calls, double[] perHour)
    {
        for (var queue = 0; queue < perHour.Length; queue++)
        {
            Plan(Kind.Arrival, Exponential(3600 / perHour[queue]), new Call { Queue = queue });
        }

        while (calls > 0 && _calendar.TryDequeue(out var next, out var now))
        {
            switch (next.Kind)
            {
                case Kind.Arrival:
                    calls--;
                    var queue = next.Call.Queue;
                    Plan(Kind.Arrival, now + Exponential(3600 / perHour[queue]), new Call { Queue = queue });
                    Arrive(next.Call, now);
                    break;
                case Kind.End:
                    Release(next.Call.Group, now);
                    break;
                default:
                    GiveUp(next.Call);
                    break;
            }
        }
    }

    private void Arrive(Call call, double now)
    {
        call.ArrivedAt = now;
        foreach (var group in _groupsOf[call.Queue])
        {
            if (_idle[group] > 0)
            {
                _idle[group]--;
                Answer(call, group, now);
                return;
            }
        }

        call.Place = _lines[call.Queue].AddLast(call);
        var patience = _model.Queues[call.Queue].Patience.Mean;
        if (double.IsFinite(patience))
        {
            Plan(Kind.GiveUp, now + Exponential(patience), call);
        }
    }

    private void Release(int group, double now)
    {
        foreach (var queue in _queuesOf[group])
        {
            if (_lines[queue].First is { } first)
            {
                _lines[queue].RemoveFirst();
                first.Value.Place = null;
                Answer(first.Value, group, now);
                return;
            }
        }

        _idle[group]++;
    }

    private void Answer(Call call, int group, double now)
    {
        Answered++;
        AnsweredInTime += now - call.ArrivedAt <= _model.Queues[call.Queue].AnswerWithinSeconds ? 1 : 0;
        call.Group = group;
        Plan(Kind.End, now + Exponential(_model.Queues[call.Queue].HandleTime.Mean), call);
    }

    private void GiveUp(Call call)
    {
        if (call.Place is { } place)
        {
            _lines[call.Queue].Remove(place);
            Abandoned++;
        }
    }

    private void Plan(Kind kind, double at, Call call) => _calendar.Enqueue(new Event(kind, call), at);

    private double Exponential(double mean) => -mean * Math.Log(1 - _random.NextDouble());

    private sealed record Event(Kind Kind, Call Call);

    private sealed class Call
    {
        public int Queue { get; init; }

        public int Group { get; set; }

        public double ArrivedAt { get; set; }

        public LinkedListNode<Call>? Place { get; set; }
    }
}
