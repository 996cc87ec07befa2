using Muster.Simulation.Events;

namespace Muster.Server.Simulate;

/// <summary>
/// Counts calls by queue and interval, from what happens in a simulation. A call belongs to the interval in which it
/// came, whenever it is answered and ends. Not thread-safe.
/// </summary>
/// <param name="answerWithin">By queue, in seconds.</param>
/// <param name="firstSeconds">When the first interval begins; calls that came before do not count.</param>
/// <param name="intervalSeconds">The length of each.</param>
public sealed class IntervalTally(IReadOnlyList<double> answerWithin, double firstSeconds, double intervalSeconds)
{
    private readonly List<IntervalCounts[]> _counts = [];
    private readonly List<IntervalCounts?[]> _told = [];
    private readonly Dictionary<long, double> _waiting = [];
    private readonly Dictionary<int, (int Interval, int Queue, double Since)> _busy = [];

    public void Add(in SimulationEvent happened)
    {
        switch (happened.Kind)
        {
            case SimulationEventKind.CallArrived:
                _waiting[happened.Call] = happened.AtSeconds;
                Count(IntervalOf(happened.AtSeconds), happened.Queue, new IntervalCounts(1, 0, 0, 0, 0));
                break;
            case SimulationEventKind.CallAbandoned:
                _waiting.Remove(happened.Call, out var gone);
                Count(IntervalOf(gone), happened.Queue, new IntervalCounts(0, 0, 1, 0, 0));
                break;
            case SimulationEventKind.CallAnswered:
                EndCall(happened);
                Answer(happened);
                break;
            case SimulationEventKind.AgentReady or SimulationEventKind.AgentAway or SimulationEventKind.AgentLoggedOut:
                EndCall(happened);
                break;
            default:
                break;
        }
    }

    public IntervalCounts Of(int interval, int queue) =>
        interval < _counts.Count ? _counts[interval][queue] : default;

    /// <summary>All intervals of a queue together.</summary>
    public IntervalCounts Of(int queue) =>
        _counts.Aggregate(default(IntervalCounts), (sum, interval) => sum + interval[queue]);

    /// <summary>
    /// What is over by then, and was never told or has changed since. It counts as told from now on.
    /// </summary>
    public IReadOnlyList<ToldInterval> News(double nowSeconds)
    {
        var news = new List<ToldInterval>();
        for (var interval = 0; firstSeconds + ((interval + 1) * intervalSeconds) <= nowSeconds; interval++)
        {
            Open(interval);
            for (var queue = 0; queue < answerWithin.Count; queue++)
            {
                var counts = Of(interval, queue);
                if (_told[interval][queue] != counts)
                {
                    _told[interval][queue] = counts;
                    news.Add(new ToldInterval(interval, queue, counts));
                }
            }
        }

        return news;
    }

    private void Answer(in SimulationEvent happened)
    {
        _waiting.Remove(happened.Call, out var came);
        var isInTime = happened.AtSeconds - came <= answerWithin[happened.Queue];
        var interval = IntervalOf(came);
        Count(interval, happened.Queue, new IntervalCounts(0, 1, 0, isInTime ? 1 : 0, 0));
        _busy[happened.Agent] = (interval, happened.Queue, happened.AtSeconds);
    }

    private void EndCall(in SimulationEvent happened)
    {
        if (_busy.Remove(happened.Agent, out var call))
        {
            Count(call.Interval, call.Queue, new IntervalCounts(0, 0, 0, 0, happened.AtSeconds - call.Since));
        }
    }

    private void Count(int interval, int queue, IntervalCounts more)
    {
        if (interval >= 0)
        {
            Open(interval);
            _counts[interval][queue] += more;
        }
    }

    private void Open(int interval)
    {
        while (_counts.Count <= interval)
        {
            _counts.Add(new IntervalCounts[answerWithin.Count]);
            _told.Add(new IntervalCounts?[answerWithin.Count]);
        }
    }

    private int IntervalOf(double seconds) => (int)Math.Floor((seconds - firstSeconds) / intervalSeconds);
}
