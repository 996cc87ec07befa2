using Muster.Domain.People;
using Muster.Storage.People;

namespace Muster.Server.Api.People;

/// <summary>Something that happened to an agent.</summary>
/// <param name="Version">The agent's, after it.</param>
/// <param name="SaidAt">When the directory says it happened; null when a person did it here.</param>
public sealed record AgentEventView(
    long Version,
    AgentEventKind Kind,
    DateTimeOffset At,
    DateTimeOffset? SaidAt,
    string Actor,
    IReadOnlyList<AgentDifference> Differences)
{
    public static AgentEventView Of(AgentEvent row) =>
        new(row.Version, row.Kind, row.At, row.SaidAt, row.Actor, row.Differences);
}
