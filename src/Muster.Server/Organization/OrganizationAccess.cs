using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;

namespace Muster.Server.Organization;

/// <summary>
/// What a caller may see and change of the organization. A change needs the right where the item lives. Seeing reaches
/// up: who sees a unit sees what the unit uses, as its business unit's activity codes and its tenant's skills.
/// </summary>
public sealed class OrganizationAccess
{
    private readonly Caller _caller;
    private readonly OrganizationSnapshot _all;
    private readonly HashSet<BusinessUnitId> _units = [];
    private readonly HashSet<TenantId> _tenants = [];
    private readonly bool _seesAll;

    public OrganizationAccess(Caller caller, OrganizationSnapshot all)
    {
        (_caller, _all) = (caller, all);
        _seesAll = caller.Rights.Allow(Permissions.OrganizationView, Place.Installation);
        if (_seesAll)
        {
            return;
        }

        var seen = all.BusinessUnits.All.Cast<OrganizationItem>().Concat(all.ManagementUnits.All)
            .Where(unit => caller.Rights.Allow(Permissions.OrganizationView, PlaceOf(all, unit)));
        foreach (var unit in seen)
        {
            _units.Add(all.BusinessUnitOf(unit)!.Value);
            _tenants.Add(all.TenantOf(unit)!.Value);
        }
    }

    /// <summary>Where an item lives. What belongs to a tenant alone lives in the installation.</summary>
    public static Place PlaceOf(OrganizationSnapshot all, OrganizationItem item) =>
        (all.BusinessUnitOf(item), all.ManagementUnitOf(item)) switch
        {
            (null, _) => Place.Installation,
            ({ } unit, null) => Place.InBusinessUnit(unit.Value),
            ({ } unit, { } part) => Place.InManagementUnit(unit.Value, part.Value),
        };

    public bool MaySee(OrganizationItem item) =>
        _seesAll
        || _caller.Rights.Allow(Permissions.OrganizationView, PlaceOf(_all, item))
        || (_all.ManagementUnitOf(item) is null && (_all.BusinessUnitOf(item) is { } unit
            ? _units.Contains(unit)
            : _all.TenantOf(item) is { } tenant && _tenants.Contains(tenant)));

    /// <returns>Null when the caller may write the item, else why not.</returns>
    public Refusal? CheckEdit(OrganizationItem item)
    {
        // A business unit is made, and goes, where its tenant is; it is changed by whoever holds it.
        var place = item is BusinessUnit && _all.Find(OrganizationKinds.BusinessUnit, item.Key()) is null
            ? Place.Installation
            : item is ManagementUnit && _all.Find(OrganizationKinds.ManagementUnit, item.Key()) is null
                && _all.BusinessUnitOf(item) is { } unit
            ? Place.InBusinessUnit(unit.Value)
            : PlaceOf(_all, item);
        return _caller.Rights.Allow(Permissions.OrganizationEdit, place)
            ? null
            : new Refusal.Forbidden(
                $"{_caller.Name} lacks the permission {Permissions.OrganizationEdit.Name} "
                + (place == Place.Installation ? "for the whole installation" : "in that unit")
                + ".\nMaybe ask an administrator to grant it.");
    }
}
