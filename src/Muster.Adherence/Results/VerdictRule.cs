namespace Muster.Adherence.Results;

/// <summary>Which rule made a verdict. In the order in which they are asked.</summary>
public enum VerdictRule
{
    /// <summary>Unknown: no event of the agent so far.</summary>
    NeverHeard,

    /// <summary>Unknown: nothing was heard from the agent's source for more than 60 seconds.</summary>
    SourceSilent,

    /// <summary>Unknown: no rule says what the state counts as.</summary>
    StateNotMapped,

    /// <summary>Ignored: the state is left out of adherence.</summary>
    StateIgnored,

    /// <summary>Ignored: the scheduled activity is left out of adherence.</summary>
    ActivityIgnored,

    /// <summary>In: accepted by the scheduled activity, or by a neighbour whose threshold reaches here.</summary>
    Accepted,

    /// <summary>Explained: somebody approved it.</summary>
    Approved,

    /// <summary>Explained: right by the schedule that the agent knew; the change reached the agent too late.</summary>
    ToldTooLate,

    /// <summary>Unscheduled, positive: at work where nothing is scheduled.</summary>
    WorkingUnscheduled,

    /// <summary>Unscheduled, no impact: logged in and not at work where nothing is scheduled.</summary>
    PresentUnscheduled,

    /// <summary>Out, negative: scheduled on queue, and not there.</summary>
    NotOnQueue,

    /// <summary>Out, positive: on queue instead of something else.</summary>
    OnQueueInstead,

    /// <summary>Out, no impact: neither is on queue.</summary>
    OtherActivity,
}
