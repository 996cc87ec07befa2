using Muster.Domain.People;

namespace Muster.Storage.Adherence;

/// <summary>An agent's 15 minutes.</summary>
/// <param name="Counters">Seconds, in the order of the columns of <c>adherence_interval</c>.</param>
public sealed record IntervalRow(AgentId Agent, DateTimeOffset Start, IReadOnlyList<short> Counters)
{
    /// <summary>So many counters a row has.</summary>
    public const int Count = 22;
}
