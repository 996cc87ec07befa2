using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Organization;

namespace Muster.Server.Api.Organization;

/// <summary>Which items of a kind are asked for.</summary>
/// <param name="TenantId">Only what belongs to this tenant.</param>
/// <param name="BusinessUnitId">Only what belongs to this unit, or to its tenant as a whole.</param>
/// <param name="Removed">Removed items too.</param>
public sealed record ItemsQuery(
    [FromQuery(Name = "tenant_id")] Guid? TenantId,
    [FromQuery(Name = "business_unit_id")] Guid? BusinessUnitId,
    [FromQuery(Name = "removed")] bool? Removed)
{
    public Func<OrganizationItem, bool> FilterOf(OrganizationSnapshot all)
    {
        var unit = BusinessUnitId is { } id ? all.BusinessUnits.Find(new BusinessUnitId(id)) : null;
        return item => (Removed == true || !item.IsRemoved)
            && (TenantId is null || all.TenantOf(item)?.Value == TenantId)
            && (BusinessUnitId is null || (unit is not null && Belongs(all, item, unit)));
    }

    private static bool Belongs(OrganizationSnapshot all, OrganizationItem item, BusinessUnit unit) =>
        all.BusinessUnitOf(item) is { } own ? own == unit.Id : all.TenantOf(item) == unit.TenantId;
}
