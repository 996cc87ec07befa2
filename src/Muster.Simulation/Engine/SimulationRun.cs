using Muster.Simulation.Centre;
using Muster.Simulation.Chance;
using Muster.Simulation.Events;
using Muster.Simulation.Results;

namespace Muster.Simulation.Engine;

/// <summary>
/// One run of a centre, event by event. The same model and seed give the same run, in whatever steps it is driven.
/// At one instant agents end calls first, then schedules change, then calls arrive, then callers hang up. It allocates
/// nothing per call, apart from pools that grow to their size. Not thread-safe.
/// </summary>
/// <typeparam name="TSink">Who is told; <see cref="NoSink"/> where results are enough.</typeparam>
public sealed partial class SimulationRun<TSink>
    where TSink : struct, ISimulationSink
{
    private readonly CentrePlan _plan;
    private readonly RunTally _tally;
    private readonly WaitingRoom _room;
    private readonly EventTree _events;
    private readonly QueueState[] _queues;
    private readonly AgentState[] _agents;
    private readonly IdleAgents _idle;
    private readonly int[] _scheduled;
    private readonly ActivityChange[][] _changes;
    private readonly int[] _nextChange;
    private readonly int _firstArrival;
    private readonly TSink _sink;
    private double _now;
    private long _calls;

    /// <exception cref="ArgumentException">The model is wrong; each field is named with its remedy.</exception>
    public SimulationRun(CentreModel model, ulong seed, TSink sink)
        : this(CentrePlan.Of(model), RandomStream.Of(seed).Split(0), sink)
    {
    }

    internal SimulationRun(CentrePlan plan, RandomStream stream, TSink sink)
    {
        (_plan, _sink, _tally) = (plan, sink, new RunTally(plan));
        var model = plan.Model;
        _queues = [.. model.Queues.Select((_, index) => new QueueState(model, index, stream))];
        _room = new WaitingRoom(_queues.Length);
        _agents = [.. plan.Agents.Select(agent => new AgentState { Profile = agent.Profile, Factor = agent.Factor })];
        _idle = new IdleAgents(_agents, plan.Choices.Length);
        _scheduled = [.. Enumerable.Range(0, _agents.Length).Where(agent => plan.Agents[agent].Schedule is not null)];
        _nextChange = new int[_scheduled.Length];
        var attendance = stream.Split((ulong)Draw.Attendance);
        _changes = [.. _scheduled.Select(agent => ActivityChange.Of(
            plan.Agents[agent], attendance.Split((ulong)plan.Agents[agent].ScheduleIndex)))];
        _firstArrival = _agents.Length + _scheduled.Length;
        _events = new EventTree(_firstArrival + _queues.Length);
        Begin();
    }

    /// <summary>How far it is, in seconds from the start.</summary>
    public double NowSeconds => _now;

    /// <summary>When something happens next; positive infinity: never again.</summary>
    public double NextSeconds => Math.Min(_events.FirstTime, _room.FirstGivesUpAt);

    /// <summary>How many intervals the results have.</summary>
    public int Intervals => _plan.Intervals;

    /// <summary>How many calls arrived so far, those of the warm-up included.</summary>
    public long CallsArrived => _calls;

    internal CentrePlan Plan => _plan;

    /// <summary>All agents by index: those whom the groups have on queue, then the model's.</summary>
    public string AgentName(int agent) => _plan.Agents[agent].Name;

    /// <summary>Goes to the next event: one call arrives, ends or is given up, or one agent changes activity.</summary>
    /// <returns>False: nothing is ahead any more.</returns>
    public bool Step()
    {
        var time = _events.FirstTime;
        if (_room.FirstGivesUpAt < time)
        {
            MoveTo(_room.FirstGivesUpAt);
            Abandon(_room.FirstToGiveUp);
            return true;
        }

        if (double.IsPositiveInfinity(time))
        {
            MoveTo(Math.Max(_now, _plan.Model.HorizonSeconds));
            return false;
        }

        MoveTo(time);
        var source = _events.First;
        if (source < _agents.Length)
        {
            EndWork(source);
        }
        else if (source >= _firstArrival)
        {
            Arrive(source - _firstArrival);
        }
        else
        {
            ChangeActivity(source - _agents.Length);
        }

        return true;
    }

    /// <summary>
    /// Goes on to a point in time, in seconds from the start; what happens at that point is included.
    /// </summary>
    public void RunUntil(double seconds)
    {
        while (NextSeconds <= seconds && Step())
        {
        }

        if (seconds > _now && double.IsFinite(seconds))
        {
            MoveTo(seconds);
        }
    }

    /// <summary>
    /// Goes on until nobody waits or talks, after the horizon; callers whom nobody will ever serve still wait.
    /// </summary>
    public void RunToEnd(CancellationToken token)
    {
        const int StepsBetweenLooks = 100_000;
        do
        {
            token.ThrowIfCancellationRequested();
        }
        while (Go(StepsBetweenLooks));
    }

    /// <summary>What was counted of a queue so far.</summary>
    /// <param name="interval">
    /// 0 is the warm-up, 1 to <see cref="Intervals"/> count, one more is after the horizon.
    /// </param>
    public QueueCounts Counts(int interval, int queue) => _tally.Read(interval, queue, _now);

    /// <summary>The same of all queues and agents together.</summary>
    public QueueCounts Counts(int interval) => _tally.ReadAll(interval, _now);

    internal AgentAreas AgentsOf(int interval, int group) => _tally.ReadGroup(interval, group, _now);

    private bool Go(int steps)
    {
        while (steps > 0 && Step())
        {
            steps--;
        }

        return steps == 0;
    }

    private void MoveTo(double time)
    {
        _now = time;
        if (_tally.IntervalEnd <= time)
        {
            _tally.CloseUntil(time);
        }
    }

    private void Begin()
    {
        MoveTo(0);
        for (var agent = 0; agent < _agents.Length; agent++)
        {
            if (_plan.Agents[agent].Schedule is null)
            {
                _agents[agent].Planned = AgentActivity.OnQueue;
                Follow(agent);
            }
        }

        for (var i = 0; i < _scheduled.Length; i++)
        {
            PlanChange(i);
        }

        for (var queue = 0; queue < _queues.Length; queue++)
        {
            _events.Set(_firstArrival + queue, _queues[queue].Arrivals.Next());
        }
    }
}
