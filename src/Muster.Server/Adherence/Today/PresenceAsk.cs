using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>Somebody asks when agents were on queue; the strand of adherence answers.</summary>
internal sealed record PresenceAsk(IEnumerable<AgentId> Agents, Interval Range)
{
    /// <summary>Null: it is not known.</summary>
    public TaskCompletionSource<Presence?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the same agents are meant, not equal ones: those that ask keep them.</summary>
    public bool IsLike(PresenceAsk other) => ReferenceEquals(Agents, other.Agents) && Range == other.Range;
}
