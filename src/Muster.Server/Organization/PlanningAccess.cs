using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;

namespace Muster.Server.Organization;

/// <summary>Whose history, forecasts, schedules and adherence a caller may see and change: by unit.</summary>
public sealed class PlanningAccess(OrganizationCache organization)
{
    private static readonly Permission[] Views =
        [Permissions.ForecastView, Permissions.ScheduleView, Permissions.AdherenceView];

    /// <returns>
    /// The unit; not found when the caller may not know of it. Of one that was removed nothing is changed any more.
    /// </returns>
    public async Task<Outcome<BusinessUnit>> FindAsync(
        Caller caller, Guid unit, Permission permission, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        var (rights, id) = (new UnitRights(caller.Rights, known), new BusinessUnitId(unit));
        if (known.BusinessUnits.Find(id) is not { } found
            || !(rights.Allow(permission, id) || Views.Any(view => rights.AllowWithin(view, id))))
        {
            return new Refusal.NotFound(OrganizationKinds.BusinessUnit.Title, unit.ToString());
        }

        if (!rights.Allow(permission, id))
        {
            return new Refusal.Forbidden($"{caller.Name} lacks the permission {permission.Name} in {found.Name}.\n"
                + "Maybe ask an administrator to grant it.");
        }

        return found.IsRemoved && !Views.Contains(permission)
            ? new Refusal.Conflict($"{found.Name} was removed.\nMaybe another business unit is meant.")
            : found;
    }
}
