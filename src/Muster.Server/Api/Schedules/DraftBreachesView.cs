namespace Muster.Server.Api.Schedules;

/// <summary>The rules of work plans that a draft breaks.</summary>
/// <param name="Count">How many, of all agents whose days it changes.</param>
/// <param name="Agents">Of how many agents.</param>
/// <param name="Items">The first 200.</param>
public sealed record DraftBreachesView(int Count, int Agents, IReadOnlyList<BreachView> Items);
