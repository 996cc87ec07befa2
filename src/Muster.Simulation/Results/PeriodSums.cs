using Muster.Simulation.Engine;
using Muster.Simulation.Events;

namespace Muster.Simulation.Results;

/// <summary>Gathers the counts of a period, over replications or over batches of one run.</summary>
internal sealed class PeriodSums
{
    private readonly CentrePlan _plan;
    private readonly double _seconds;
    private readonly QueueSums _all = new("all");
    private readonly QueueSums[] _queues;
    private readonly RatioSums[] _agents;
    private readonly RatioSums[] _occupancy;

    public PeriodSums(CentrePlan plan, double startSeconds, double endSeconds)
    {
        (_plan, StartSeconds, EndSeconds) = (plan, startSeconds, endSeconds);
        _seconds = endSeconds - startSeconds;
        _queues = [.. plan.Model.Queues.Select(queue => new QueueSums(queue.Name))];
        _agents = new RatioSums[plan.Model.Groups.Count];
        _occupancy = new RatioSums[plan.Model.Groups.Count];
    }

    private double StartSeconds { get; }

    private double EndSeconds { get; }

    /// <summary>Adds the intervals [first, end) of a run as one observation.</summary>
    public void Add(SimulationRun<NoSink> run, int first, int end)
    {
        for (var queue = 0; queue < _queues.Length; queue++)
        {
            _queues[queue].Add(Sum(first, end, interval => run.Counts(interval, queue)));
        }

        _all.Add(Sum(first, end, run.Counts));
        for (var group = 0; group < _agents.Length; group++)
        {
            var (onQueue, busy, seconds) = (0.0, 0.0, 0.0);
            for (var interval = first; interval < end; interval++)
            {
                var areas = run.AgentsOf(interval, group);
                (onQueue, busy) = (onQueue + areas.OnQueue, busy + areas.Busy);
                seconds += _plan.EndOf(interval) - _plan.EndOf(interval - 1);
            }

            _agents[group].Add(onQueue, seconds);
            _occupancy[group].Add(busy, onQueue);
        }
    }

    /// <param name="batches">Into how many observations one run was cut.</param>
    public PeriodResult Result(int batches) => new()
    {
        StartSeconds = StartSeconds,
        EndSeconds = EndSeconds,
        All = _all.Result(batches),
        Queues = [.. _queues.Select(queue => queue.Result(batches))],
        Groups = [.. _plan.Model.Groups.Select((group, i) =>
            new GroupResult(group.Name, _agents[i].Result(), _occupancy[i].Result()))],
    };

    private static QueueCounts Sum(int first, int end, Func<int, QueueCounts> read)
    {
        var sum = default(QueueCounts);
        for (var interval = first; interval < end; interval++)
        {
            var counts = read(interval);
            sum.AddCalls(counts);
            sum.AddAgents(new AgentAreas(counts.OnQueueArea, counts.BusyArea));
            sum.Seconds += counts.Seconds;
        }

        return sum;
    }
}
