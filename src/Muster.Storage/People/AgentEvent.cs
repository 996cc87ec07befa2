using Muster.Domain.People;

namespace Muster.Storage.People;

/// <summary>Something that happened to an agent.</summary>
/// <param name="Version">The agent's, after it.</param>
/// <param name="SaidAt">When the source says it happened; null when nobody but Muster was in it.</param>
/// <param name="Actor">Who did it, as shown to people: a user, or "directory hr".</param>
public sealed record AgentEvent(
    AgentId Agent,
    long Version,
    AgentEventKind Kind,
    DateTimeOffset At,
    DateTimeOffset? SaidAt,
    string Actor,
    IReadOnlyList<AgentDifference> Differences);
