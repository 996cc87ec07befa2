using Muster.Adherence.Rules;
using Muster.Domain.Organization;

namespace Muster.Server.Api.Adherence;

/// <summary>An event that might come.</summary>
/// <param name="Reason">The reason code that goes with the state; null: none.</param>
/// <param name="At">When; the rules of that day hold, by the business unit's clock.</param>
/// <param name="ActivityCodeId">What is scheduled then; null: nothing is.</param>
/// <param name="Rules">Rules that are not saved, to be tried in place of those that are.</param>
public sealed record TryBody(
    string Source, string State, DateTimeOffset At, string? Reason = null, ActivityCodeId? ActivityCodeId = null,
    AdherenceRules? Rules = null);
