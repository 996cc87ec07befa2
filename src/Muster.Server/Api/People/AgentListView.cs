namespace Muster.Server.Api.People;

/// <summary>A part of the agents that were asked for.</summary>
/// <param name="Total">How many there are in all.</param>
public sealed record AgentListView(IReadOnlyList<AgentRowView> Items, int Offset, long Total);
