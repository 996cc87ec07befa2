namespace Muster.Simulation.Events;

public enum SimulationEventKind
{
    CallArrived,

    /// <summary>An agent took it; its agent is talking from now on.</summary>
    CallAnswered,

    /// <summary>The caller hung up while waiting.</summary>
    CallAbandoned,

    /// <summary>The talk is over; after-call work may follow.</summary>
    CallEnded,

    AgentLoggedIn,

    /// <summary>On queue and idle.</summary>
    AgentReady,

    AgentTalking,

    AgentAfterCallWork,

    /// <summary>Away from the queue, logged in: the activity of the event says why.</summary>
    AgentAway,

    AgentLoggedOut,
}
