using Muster.Domain.Organization;

namespace Muster.Domain.Synchronization;

/// <summary>Who plans a site of the source.</summary>
/// <param name="Unit">The unit that its agents belong to; null: nobody has said.</param>
/// <param name="IsElsewhere">Another Muster, or another product, plans it.</param>
public sealed record SiteAssignment(SiteId Site, string Name, ManagementUnitId? Unit, bool IsElsewhere);
