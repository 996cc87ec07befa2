using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Organization;

namespace Muster.Server.Api.Organization;

/// <summary>Which items of a kind are asked for.</summary>
public sealed record ItemsQuery(
    [property: FromQuery(Name = "tenant_id"), Description("Only what belongs to this tenant.")] Guid? TenantId,
    [property: FromQuery(Name = "business_unit_id"),
        Description("Only what belongs to this unit, or to its tenant as a whole.")]
    Guid? BusinessUnitId,
    [property: FromQuery(Name = "removed"), Description("True: removed items too.")] bool? Removed)
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
