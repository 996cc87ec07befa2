using Muster.Domain.People;

namespace Muster.Domain.Synchronization;

/// <summary>What becomes of a person.</summary>
/// <param name="After">Null: nobody of ours. The same as before when nothing changes.</param>
/// <param name="Events">What happened, in order.</param>
/// <param name="Issues">What people should know; what was known before of the person and is not here is
/// settled.</param>
public sealed record PersonDecision(
    Agent? After, IReadOnlyList<AgentEventKind> Events, IReadOnlyList<IssueDraft> Issues)
{
    /// <summary>Whether somebody who worked, works no more: what the brake counts.</summary>
    public bool Ends => Events.Contains(AgentEventKind.Terminated) || Events.Contains(AgentEventKind.Removed);
}
