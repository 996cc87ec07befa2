using Muster.Adherence.Results;

namespace Muster.Server.Api.Adherence;

/// <summary>What an agent does, as far as known.</summary>
/// <param name="CountsAs">What it counts as; unknown where the source is silent.</param>
/// <param name="Source">Who told the last state; null: nothing was ever heard of the agent.</param>
/// <param name="State">The last state, as the source calls it.</param>
/// <param name="Reason">The reason code that went with it.</param>
/// <param name="Since">Since when the agent is in that state; at the earliest yesterday.</param>
public sealed record WallStateView(
    Actual CountsAs, string? Source, string? State, string? Reason, DateTimeOffset? Since);
