using Muster.Domain.Organization;

namespace Muster.Adherence.Rules;

/// <summary>How activities of a category are judged, unless their own code has terms.</summary>
public sealed record CategoryRule(ActivityCategory Category, AdherenceTerms Terms);
