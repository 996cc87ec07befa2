using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>Somebody asks when agents were on queue; the strand of adherence answers.</summary>
internal sealed record PresenceAsk(IReadOnlyCollection<AgentId> Agents, Interval Range)
{
    /// <summary>Null: it is not known.</summary>
    public TaskCompletionSource<Presence?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
