using Muster.Simulation.Centre;

namespace Muster.Simulation.Engine;

/// <summary>An agent in a run. Fields, because the run changes them in place.</summary>
internal struct AgentState
{
    /// <summary>Of the call in hand, in the order of its queue and of all.</summary>
    public ulong Number;
    public long Call;
    public int Queue;

    public int Profile;
    public double Factor;
    public double IdleSince;

    /// <summary>In the line of idle agents of the profile; -1: none.</summary>
    public int Next;
    public int Previous;

    public bool IsTalking;

    /// <summary>Talking or in after-call work.</summary>
    public bool IsBusy;

    /// <summary>What the schedule says now; who is busy follows it only after the call.</summary>
    public AgentActivity Planned;

    /// <summary>What the agent does.</summary>
    public AgentActivity Actual;
}
