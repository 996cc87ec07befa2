using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Organization;

namespace Muster.Server.Schedules;

/// <summary>Whose schedules a caller may see and change: by the management unit.</summary>
public sealed class ScheduleUnits(OrganizationCache organization)
{
    /// <returns>The unit with what surrounds it; not found when the caller may not know of it.</returns>
    public async Task<Outcome<ScheduleUnit>> FindAsync(
        Caller caller, ManagementUnitId id, Permission permission, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        if (known.ManagementUnits.Find(id) is not { } unit
            || known.BusinessUnits.Find(unit.BusinessUnitId) is not { } business
            || !caller.Rights.Allow(Permissions.ScheduleView, PlaceOf(unit)))
        {
            return new Refusal.NotFound(OrganizationKinds.ManagementUnit.Title, id.ToString());
        }

        if (Lacks(caller, unit, permission) is { } forbidden)
        {
            return forbidden;
        }

        return permission != Permissions.ScheduleView && (unit.IsRemoved || business.IsRemoved)
            ? new Refusal.Conflict($"{unit.Name} was removed.\nMaybe restore it under People > Organization.")
            : new ScheduleUnit(known, business, unit);
    }

    /// <returns>Null when the caller holds the permission in the unit, else the refusal.</returns>
    public static Refusal? Lacks(Caller caller, ManagementUnit unit, Permission permission) =>
        caller.Rights.Allow(permission, PlaceOf(unit))
            ? null
            : new Refusal.Forbidden($"{caller.Name} lacks the permission {permission.Name} in {unit.Name}.\n"
                + "Maybe ask an administrator to grant it.");

    private static Place PlaceOf(ManagementUnit unit) =>
        Place.InManagementUnit(unit.BusinessUnitId.Value, unit.Id.Value);
}
