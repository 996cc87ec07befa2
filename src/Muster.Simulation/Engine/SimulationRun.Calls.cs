using Muster.Simulation.Centre;
using Muster.Simulation.Events;

namespace Muster.Simulation.Engine;

/// <summary>Calls: they arrive, wait, are answered, end or are given up.</summary>
public sealed partial class SimulationRun<TSink>
{
    private void Arrive(int index)
    {
        var queue = _queues[index];
        var call = new WaitingCall
        {
            ArrivedAt = _now,
            Number = queue.Arrived++,
            Call = _calls++,
            Queue = index,
            Interval = _tally.Interval,
        };
        _events.Set(_firstArrival + index, queue.Arrivals.Next());
        _tally.Counts(call.Interval, index).Offered++;
        Tell(SimulationEventKind.CallArrived, call.Call, index, -1);
        var agent = _idle.BestOf(_plan.Routes[index]);
        if (agent >= 0)
        {
            _idle.Remove(agent);
            _agents[agent].IsBusy = true;
            _tally.Busy(_agents[agent].Profile, +1, _now);
            Answer(agent, in call);
            return;
        }

        call.GivesUpAt = _now + queue.PatienceOf(call.Number);
        _room.Join(in call);
        _tally.Waiting(index, +1, _now);
    }

    private void Abandon(int place)
    {
        ref readonly var call = ref _room[place];
        var wait = _now - call.ArrivedAt;
        ref var counts = ref _tally.Counts(call.Interval, call.Queue);
        counts.Abandoned++;
        counts.AbandonedInTime += wait <= _queues[call.Queue].AnswerWithin ? 1 : 0;
        counts.WaitOfAbandoned += wait;
        counts.LongestWait = Math.Max(counts.LongestWait, wait);
        _tally.Waiting(call.Queue, -1, _now);
        Tell(SimulationEventKind.CallAbandoned, call.Call, call.Queue, -1);
        _room.Leave(place);
    }

    /// <summary>A busy agent takes a call that is in no line (any more).</summary>
    private void Answer(int index, in WaitingCall call)
    {
        var queue = _queues[call.Queue];
        var wait = _now - call.ArrivedAt;
        ref var counts = ref _tally.Counts(call.Interval, call.Queue);
        counts.Answered++;
        counts.AnsweredInTime += wait <= queue.AnswerWithin ? 1 : 0;
        counts.WaitOfAnswered += wait;
        counts.LongestWait = Math.Max(counts.LongestWait, wait);
        ref var agent = ref _agents[index];
        agent.IsTalking = true;
        (agent.Queue, agent.Number, agent.Call) = (call.Queue, call.Number, call.Call);
        _events.Set(index, _now + (queue.HandleTimeOf(call.Number) * agent.Factor));
        Tell(SimulationEventKind.CallAnswered, call.Call, call.Queue, index);
        Tell(SimulationEventKind.AgentTalking, call.Call, call.Queue, index);
    }

    /// <summary>Gives the agent the next waiting call.</summary>
    /// <returns>False: none waits that the agent may take.</returns>
    private bool TakeNext(int index)
    {
        var place = BestWaiting(_plan.Choices[_agents[index].Profile]);
        if (place < 0)
        {
            return false;
        }

        var call = _room[place];
        _room.Leave(place);
        _tally.Waiting(call.Queue, -1, _now);
        Answer(index, in call);
        return true;
    }

    /// <summary>Of the queues with the lowest rank the call that waits longest; -1: none waits.</summary>
    private int BestWaiting(Choice[] choices)
    {
        var (best, rank, arrivedAt) = (-1, 0, double.PositiveInfinity);
        foreach (var choice in choices)
        {
            if (best >= 0 && choice.Rank != rank)
            {
                break;
            }

            var place = _room.FirstOf(choice.Queue);
            if (place >= 0 && _room[place].ArrivedAt < arrivedAt)
            {
                (best, rank, arrivedAt) = (place, choice.Rank, _room[place].ArrivedAt);
            }
        }

        return best;
    }

    private void EndWork(int index)
    {
        ref var agent = ref _agents[index];
        var queue = _queues[agent.Queue];
        if (agent.IsTalking)
        {
            agent.IsTalking = false;
            Tell(SimulationEventKind.CallEnded, agent.Call, agent.Queue, index);
            if (queue.HasAfterCallWork)
            {
                _events.Set(index, _now + (queue.AfterCallWorkOf(agent.Number) * agent.Factor));
                Tell(SimulationEventKind.AgentAfterCallWork, agent.Call, agent.Queue, index);
                return;
            }
        }

        Release(index);
    }

    private void Tell(SimulationEventKind kind, long call, int queue, int agent)
    {
        if (TSink.IsListening)
        {
            var activity = agent < 0 ? AgentActivity.LoggedOut : _agents[agent].Actual;
            _sink.On(new SimulationEvent(_now, kind, call, queue, agent, activity));
        }
    }
}
