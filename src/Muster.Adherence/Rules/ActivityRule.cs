using Muster.Domain.Organization;

namespace Muster.Adherence.Rules;

/// <summary>How an activity is judged. What its terms leave open, those of its category say.</summary>
public sealed record ActivityRule(ActivityCodeId ActivityCodeId, AdherenceTerms Terms);
