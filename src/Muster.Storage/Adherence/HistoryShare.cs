using Muster.Domain.People;
using NodaTime;

namespace Muster.Storage.Adherence;

/// <summary>Time of an agent that counts for one of those whose results are asked for, <c>[start, end)</c>.</summary>
/// <param name="Place">Of whom, in the order of the asker.</param>
public readonly record struct HistoryShare(int Place, AgentId Agent, Instant Start, Instant End);
