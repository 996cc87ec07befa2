using Muster.Simulation.Centre;
using Muster.Simulation.Events;

namespace Muster.Simulation.Engine;

/// <summary>Agents: they follow their schedules, but never leave a call.</summary>
public sealed partial class SimulationRun<TSink>
{
    /// <summary>The work in hand is done: the next call, or what the schedule says.</summary>
    private void Release(int index)
    {
        ref var agent = ref _agents[index];
        if (agent.Planned == AgentActivity.OnQueue && TakeNext(index))
        {
            return;
        }

        agent.IsBusy = false;
        _tally.Busy(agent.Profile, -1, _now);
        _events.Set(index, double.PositiveInfinity);
        if (agent.Planned == AgentActivity.OnQueue)
        {
            BeIdle(index);
        }
        else
        {
            _tally.OnQueue(agent.Profile, -1, _now);
            Follow(index);
        }
    }

    private void ChangeActivity(int scheduled)
    {
        var index = _scheduled[scheduled];
        ref var agent = ref _agents[index];
        agent.Planned = _changes[scheduled][_nextChange[scheduled]++].Activity;
        PlanChange(scheduled);
        if (agent.IsBusy || agent.Planned == agent.Actual)
        {
            return;
        }

        if (agent.Actual == AgentActivity.OnQueue)
        {
            _idle.Remove(index);
            _tally.OnQueue(agent.Profile, -1, _now);
        }

        Follow(index);
    }

    /// <summary>The agent, not on queue so far or no longer, begins what the schedule says.</summary>
    private void Follow(int index)
    {
        ref var agent = ref _agents[index];
        var wasLoggedOut = agent.Actual == AgentActivity.LoggedOut;
        agent.Actual = agent.Planned;
        if (agent.Planned == AgentActivity.LoggedOut)
        {
            Tell(SimulationEventKind.AgentLoggedOut, -1, -1, index);
            return;
        }

        if (wasLoggedOut)
        {
            Tell(SimulationEventKind.AgentLoggedIn, -1, -1, index);
        }

        if (agent.Planned != AgentActivity.OnQueue)
        {
            Tell(SimulationEventKind.AgentAway, -1, -1, index);
            return;
        }

        _tally.OnQueue(agent.Profile, +1, _now);
        if (TakeNext(index))
        {
            agent.IsBusy = true;
            _tally.Busy(agent.Profile, +1, _now);
        }
        else
        {
            BeIdle(index);
        }
    }

    private void BeIdle(int index)
    {
        _idle.Add(index, _now);
        Tell(SimulationEventKind.AgentReady, -1, -1, index);
    }

    private void PlanChange(int scheduled)
    {
        var (changes, next) = (_changes[scheduled], _nextChange[scheduled]);
        _events.Set(_agents.Length + scheduled, next < changes.Length ? changes[next].At : double.PositiveInfinity);
    }
}
