using Muster.Adherence.Rules;

namespace Muster.Adherence.Results;

/// <summary>What an agent does, as far as known. The first ones are those of <see cref="StateMeaning"/>.</summary>
public enum Actual
{
    OnQueue = StateMeaning.OnQueue,
    Break = StateMeaning.Break,
    Meal = StateMeaning.Meal,
    Meeting = StateMeaning.Meeting,
    Training = StateMeaning.Training,
    TimeOff = StateMeaning.TimeOff,
    Unavailable = StateMeaning.Unavailable,
    OtherWork = StateMeaning.OtherWork,
    LoggedOut = StateMeaning.LoggedOut,
    Ignored = StateMeaning.Ignored,

    /// <summary>In a state that is not mapped.</summary>
    Unmapped,

    /// <summary>The source is silent, or the agent was never heard of.</summary>
    Unknown,
}
