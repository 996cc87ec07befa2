using Muster.Domain.Organization;

namespace Muster.Adherence.Rules;

/// <summary>What a source's state counts as. The first eight are those of <see cref="ActivityCategory"/>.</summary>
public enum StateMeaning
{
    OnQueue = ActivityCategory.OnQueue,
    Break = ActivityCategory.Break,
    Meal = ActivityCategory.Meal,
    Meeting = ActivityCategory.Meeting,
    Training = ActivityCategory.Training,
    TimeOff = ActivityCategory.TimeOff,
    Unavailable = ActivityCategory.Unavailable,
    OtherWork = ActivityCategory.OtherWork,

    LoggedOut,

    /// <summary>Time in this state is left out of adherence.</summary>
    Ignored,

    /// <summary>No state of its own: the agent goes on with what was before, as while a telephone rings.</summary>
    Unchanged,
}
