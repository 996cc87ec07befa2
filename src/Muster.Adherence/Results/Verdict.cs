namespace Muster.Adherence.Results;

/// <summary>How what an agent does goes with what was planned, at a second.</summary>
public enum Verdict
{
    /// <summary>The agent does what is scheduled, or is within a threshold of it.</summary>
    In,

    /// <summary>Something else is scheduled.</summary>
    Out,

    /// <summary>Nothing is scheduled, or time off, and the agent is neither away nor logged out.</summary>
    Unscheduled,

    /// <summary>Nobody knows what the agent does: the feed is silent, or a state is not mapped.</summary>
    Unknown,

    /// <summary>Adherence does not look at this activity, or at this state.</summary>
    Ignored,

    /// <summary>Out or unscheduled, and excused: somebody approved it, or the agent was told too late.</summary>
    Explained,
}
