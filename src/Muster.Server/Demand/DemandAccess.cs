using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Organization;

namespace Muster.Server.Demand;

/// <summary>Whose history and forecasts a caller may see and change: by the business unit.</summary>
public sealed class DemandAccess(OrganizationCache organization)
{
    /// <returns>
    /// The unit; not found when the caller may not know of it. Of one that was removed nothing is changed any more.
    /// </returns>
    public async Task<Outcome<BusinessUnit>> FindAsync(
        Caller caller, Guid unit, Permission permission, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        var place = Place.InBusinessUnit(unit);
        if (known.BusinessUnits.Find(new BusinessUnitId(unit)) is not { } found
            || !(caller.Rights.Allow(permission, place) || caller.Rights.Allow(Permissions.ForecastView, place)))
        {
            return new Refusal.NotFound(OrganizationKinds.BusinessUnit.Title, unit.ToString());
        }

        if (!caller.Rights.Allow(permission, place))
        {
            return new Refusal.Forbidden($"{caller.Name} lacks the permission {permission.Name} in {found.Name}.\n"
                + "Maybe ask an administrator to grant it.");
        }

        return found.IsRemoved && permission == Permissions.ForecastEdit
            ? new Refusal.Conflict($"{found.Name} was removed.\nMaybe another business unit is meant.")
            : found;
    }
}
