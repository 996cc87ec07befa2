using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Organization;

namespace Muster.Server.Adherence.Today;

/// <summary>Whose adherence a caller may see: by the management unit.</summary>
public sealed class AdherenceUnits(OrganizationCache organization)
{
    /// <returns>The unit with what surrounds it; not found when the caller may not know of it.</returns>
    public async Task<Outcome<AdherenceUnit>> FindAsync(Caller caller, ManagementUnitId id, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        if (known.ManagementUnits.Find(id) is not { } unit
            || known.BusinessUnits.Find(unit.BusinessUnitId) is not { } business)
        {
            return new Refusal.NotFound(OrganizationKinds.ManagementUnit.Title, id.ToString());
        }

        var place = Place.InManagementUnit(unit.BusinessUnitId.Value, unit.Id.Value);
        if (caller.Rights.Allow(Permissions.AdherenceView, place))
        {
            return new AdherenceUnit(known, business, unit);
        }

        return caller.Rights.Allow(Permissions.ScheduleView, place)
            ? new Refusal.Forbidden(
                $"{caller.Name} lacks the permission {Permissions.AdherenceView.Name} in {unit.Name}.\n"
                + "Maybe ask an administrator to grant it.")
            : new Refusal.NotFound(OrganizationKinds.ManagementUnit.Title, id.ToString());
    }
}
