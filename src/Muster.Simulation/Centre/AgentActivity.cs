namespace Muster.Simulation.Centre;

/// <summary>What an agent does. Calls are taken on queue only.</summary>
public enum AgentActivity
{
    LoggedOut,
    OnQueue,
    Break,
    Meal,
    Meeting,
    Training,
    OtherWork,
}
