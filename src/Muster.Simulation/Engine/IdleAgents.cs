namespace Muster.Simulation.Engine;

/// <summary>Per profile the line of idle agents: who became idle first stands first.</summary>
internal sealed class IdleAgents
{
    private const int None = -1;

    private readonly AgentState[] _agents;
    private readonly int[] _heads;
    private readonly int[] _tails;

    public IdleAgents(AgentState[] agents, int profiles)
    {
        (_agents, _heads, _tails) = (agents, new int[profiles], new int[profiles]);
        Array.Fill(_heads, None);
        Array.Fill(_tails, None);
    }

    /// <summary>Of the agents with the highest level the one who is idle longest; -1: nobody is idle.</summary>
    public int BestOf(Route[] routes)
    {
        var (best, level, since) = (None, 0, double.PositiveInfinity);
        foreach (var route in routes)
        {
            if (best != None && route.Level != level)
            {
                break;
            }

            var agent = _heads[route.Profile];
            if (agent != None && _agents[agent].IdleSince < since)
            {
                (best, level, since) = (agent, route.Level, _agents[agent].IdleSince);
            }
        }

        return best;
    }

    public void Add(int agent, double now)
    {
        ref var added = ref _agents[agent];
        added.IdleSince = now;
        added.Next = None;
        added.Previous = _tails[added.Profile];
        if (added.Previous == None)
        {
            _heads[added.Profile] = agent;
        }
        else
        {
            _agents[added.Previous].Next = agent;
        }

        _tails[added.Profile] = agent;
    }

    public void Remove(int agent)
    {
        ref var removed = ref _agents[agent];
        if (removed.Previous == None)
        {
            _heads[removed.Profile] = removed.Next;
        }
        else
        {
            _agents[removed.Previous].Next = removed.Next;
        }

        if (removed.Next == None)
        {
            _tails[removed.Profile] = removed.Previous;
        }
        else
        {
            _agents[removed.Next].Previous = removed.Previous;
        }
    }
}
