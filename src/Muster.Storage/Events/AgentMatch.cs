namespace Muster.Storage.Events;

/// <summary>Whom a source may mean.</summary>
/// <param name="Rank">The lowest counts: 1 employee number or login, 2 user name, 3 external id.</param>
public readonly record struct AgentMatch(AgentKey Key, Guid Agent, int Rank);
