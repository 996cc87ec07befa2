using Muster.Domain.People;

namespace Muster.Storage.Adherence;

/// <summary>Something was told about time of an agent that had passed.</summary>
/// <param name="From">The first moment that it may change.</param>
/// <param name="To">After it nothing changes; null: there is no end to it.</param>
public sealed record ToldPast(AgentId Agent, DateTimeOffset From, DateTimeOffset? To);
