using System.Runtime.CompilerServices;
using Muster.Simulation.Results;

namespace Muster.Simulation.Engine;

/// <summary>
/// Counts by queue and interval: 0 is the warm-up, then the intervals of the results, then what comes after the
/// horizon.
/// </summary>
internal sealed class RunTally
{
    private readonly CentrePlan _plan;
    private readonly int _queues;
    private readonly int _profiles;
    private readonly QueueCounts[] _counts;
    private readonly AgentAreas[] _areas;
    private readonly Level[] _waiting;
    private readonly Level[] _onQueue;
    private readonly Level[] _busy;

    public RunTally(CentrePlan plan)
    {
        (_plan, _queues, _profiles) = (plan, plan.Routes.Length, plan.Choices.Length);
        _counts = new QueueCounts[(plan.Intervals + 2) * _queues];
        _areas = new AgentAreas[(plan.Intervals + 2) * _profiles];
        (_waiting, _onQueue, _busy) = (new Level[_queues], new Level[_profiles], new Level[_profiles]);
        IntervalEnd = plan.EndOf(0);
    }

    /// <summary>The one that time is in.</summary>
    public int Interval { get; private set; }

    public double IntervalEnd { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref QueueCounts Counts(int interval, int queue) => ref _counts[(interval * _queues) + queue];

    public void Waiting(int queue, int by, double now) => _waiting[queue].Change(by, now);

    public void OnQueue(int profile, int by, double now) => _onQueue[profile].Change(by, now);

    public void Busy(int profile, int by, double now) => _busy[profile].Change(by, now);

    /// <summary>Closes the intervals that ended up to now.</summary>
    public void CloseUntil(double now)
    {
        while (IntervalEnd <= now)
        {
            for (var queue = 0; queue < _queues; queue++)
            {
                Counts(Interval, queue).WaitingArea = _waiting[queue].Close(IntervalEnd);
            }

            for (var profile = 0; profile < _profiles; profile++)
            {
                _areas[(Interval * _profiles) + profile] =
                    new AgentAreas(_onQueue[profile].Close(IntervalEnd), _busy[profile].Close(IntervalEnd));
            }

            IntervalEnd = _plan.EndOf(++Interval);
        }
    }

    /// <summary>What was counted of a queue up to now, with its agents.</summary>
    public QueueCounts Read(int interval, int queue, double now)
    {
        var counts = CallsOf(interval, queue, now);
        foreach (var route in _plan.Routes[queue])
        {
            counts.AddAgents(AreasOf(interval, route.Profile, now));
        }

        return counts;
    }

    /// <summary>The same of all queues and all agents together.</summary>
    public QueueCounts ReadAll(int interval, double now)
    {
        var all = new QueueCounts { Seconds = SecondsOf(interval, now) };
        for (var queue = 0; queue < _queues; queue++)
        {
            all.AddCalls(CallsOf(interval, queue, now));
        }

        for (var profile = 0; profile < _profiles; profile++)
        {
            all.AddAgents(AreasOf(interval, profile, now));
        }

        return all;
    }

    public AgentAreas ReadGroup(int interval, int group, double now)
    {
        var areas = default(AgentAreas);
        for (var profile = 0; profile < _profiles; profile++)
        {
            if (_plan.ProfileGroups[profile] == group)
            {
                var own = AreasOf(interval, profile, now);
                areas = new AgentAreas(areas.OnQueue + own.OnQueue, areas.Busy + own.Busy);
            }
        }

        return areas;
    }

    private QueueCounts CallsOf(int interval, int queue, double now)
    {
        var counts = Counts(interval, queue);
        counts.Seconds = SecondsOf(interval, now);
        if (interval == Interval)
        {
            counts.WaitingArea = _waiting[queue].AreaAt(now);
        }

        return counts;
    }

    private AgentAreas AreasOf(int interval, int profile, double now) => interval == Interval
        ? new AgentAreas(_onQueue[profile].AreaAt(now), _busy[profile].AreaAt(now))
        : _areas[(interval * _profiles) + profile];

    private double SecondsOf(int interval, double now)
    {
        var start = interval == 0 ? 0 : _plan.EndOf(interval - 1);
        return Math.Max(0, Math.Min(now, _plan.EndOf(interval)) - start);
    }
}
