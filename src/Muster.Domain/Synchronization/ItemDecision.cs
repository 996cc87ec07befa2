using Muster.Domain.Organization;

namespace Muster.Domain.Synchronization;

/// <summary>What becomes of a tenant, time zone, switch, skill or site.</summary>
/// <param name="After">Null: nothing of ours. The same as before when nothing changes.</param>
public sealed record ItemDecision(OrganizationItem? After, IReadOnlyList<IssueDraft> Issues);
