using Muster.Adherence.Results;

namespace Muster.Server.Api.Adherence;

/// <summary>What the agent did for a while.</summary>
/// <param name="CountsAs">What it counts as.</param>
/// <param name="Source">Who told it; null: nothing was heard of the agent so far.</param>
public sealed record DayActualView(
    DateTimeOffset Start, DateTimeOffset End, Actual CountsAs, string? Source, string? State, string? Reason);
