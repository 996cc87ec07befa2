using System.Collections.Frozen;
using Muster.Domain.Identity;
using Muster.Domain.Organization;

namespace Muster.Server.Organization;

/// <summary>
/// What somebody may do in business and management units. Seeing reaches up: planning groups, forecasts and rules
/// belong to a business unit, so whoever sees one of its management units sees them too.
/// </summary>
public sealed class UnitRights(Rights rights, OrganizationSnapshot known)
{
    private static readonly FrozenSet<Permission> ReachingUp =
        [Permissions.OrganizationView, Permissions.ForecastView, Permissions.AdherenceView];

    private readonly Lazy<ILookup<BusinessUnitId, ManagementUnit>> _parts =
        new(() => known.ManagementUnits.All.ToLookup(part => part.BusinessUnitId));

    public bool Allow(Permission permission, BusinessUnitId unit) => ReachingUp.Contains(permission)
        ? AllowWithin(permission, unit)
        : rights.Allow(permission, Place.InBusinessUnit(unit.Value));

    public bool Allow(Permission permission, ManagementUnit unit) =>
        rights.Allow(permission, Place.InManagementUnit(unit.BusinessUnitId.Value, unit.Id.Value));

    /// <summary>Whether it is allowed in the business unit, or in a management unit of it.</summary>
    public bool AllowWithin(Permission permission, BusinessUnitId unit) =>
        rights.Allow(permission, Place.InBusinessUnit(unit.Value))
        || _parts.Value[unit].Any(part => Allow(permission, part));

    /// <summary>What is allowed in units and not everywhere: units of which the same holds are together.</summary>
    public IEnumerable<IGrouping<string, (Guid Unit, IReadOnlyList<Permission> Permissions)>> Limited()
    {
        var more = Permissions.All
            .Where(permission => permission.IsOfUnits && !rights.Allow(permission, Place.Installation)).ToList();
        IReadOnlyList<Permission> Held(Func<Permission, bool> isAllowed) => [.. more.Where(isAllowed)];
        return known.BusinessUnits.All.Select(unit => (unit.Id.Value, Held(one => Allow(one, unit.Id))))
            .Concat(known.ManagementUnits.All.Select(unit => (unit.Id.Value, Held(one => Allow(one, unit)))))
            .Where(held => held.Item2.Count > 0)
            .GroupBy(held => string.Join(' ', held.Item2));
    }
}
