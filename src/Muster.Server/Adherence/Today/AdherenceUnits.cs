using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Server.Organization;
using Muster.Storage.People;

namespace Muster.Server.Adherence.Today;

/// <summary>Whose adherence a caller may see: by the management unit.</summary>
public sealed class AdherenceUnits(OrganizationCache organization, AgentStore agents)
{
    private static readonly Permission[] Views = [Permissions.AdherenceView, Permissions.ScheduleView];

    /// <returns>The agent, and the unit; not found when the caller may not know of the unit.</returns>
    public async Task<Outcome<(Agent Agent, AdherenceUnit Unit)>> FindAgentAsync(
        Caller caller, AgentId id, Permission permission, CancellationToken token)
    {
        if (await agents.FindAsync(id, token) is not { ManagementUnit: { } unitId } agent)
        {
            return new Refusal.NotFound("agent", id.ToString());
        }

        var unit = await FindAsync(caller, unitId, permission, token);
        return unit.Refused is Refusal.Forbidden forbidden ? forbidden
            : unit.Refused is not null ? new Refusal.NotFound("agent", id.ToString())
            : (agent, unit.Value);
    }

    /// <returns>The unit with what surrounds it; not found when the caller may not know of it.</returns>
    public async Task<Outcome<AdherenceUnit>> FindAsync(
        Caller caller, ManagementUnitId id, Permission permission, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        if (known.ManagementUnits.Find(id) is not { } unit
            || known.BusinessUnits.Find(unit.BusinessUnitId) is not { } business)
        {
            return new Refusal.NotFound(OrganizationKinds.ManagementUnit.Title, id.ToString());
        }

        var place = Place.InManagementUnit(unit.BusinessUnitId.Value, unit.Id.Value);
        if (caller.Rights.Allow(permission, place))
        {
            return new AdherenceUnit(known, business, unit);
        }

        return Views.Any(view => caller.Rights.Allow(view, place))
            ? new Refusal.Forbidden(
                $"{caller.Name} lacks the permission {permission.Name} in {unit.Name}.\n"
                + "Maybe ask an administrator to grant it.")
            : new Refusal.NotFound(OrganizationKinds.ManagementUnit.Title, id.ToString());
    }
}
