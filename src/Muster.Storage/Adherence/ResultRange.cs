using Muster.Domain.People;

namespace Muster.Storage.Adherence;

/// <summary>The time of an agent of which results are written anew, <c>[start, end)</c>.</summary>
/// <param name="ExceptionsFrom">
/// Exceptions from here on are written anew: one that reaches into the time has begun before it.
/// </param>
public sealed record ResultRange(
    AgentId Agent, DateTimeOffset Start, DateTimeOffset ExceptionsFrom, DateTimeOffset End);
