namespace Muster.Domain.Organization;

/// <summary>What an activity means to planning and adherence.</summary>
public enum ActivityCategory
{
    OnQueue,
    Break,
    Meal,
    Meeting,
    Training,
    TimeOff,
    Unavailable,
    OtherWork,
}
