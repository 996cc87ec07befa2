using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.People;

namespace Muster.Server.People;

/// <summary>
/// Which agents a caller may see and change: by the management unit; without one, whoever may everywhere.
/// </summary>
public sealed class PeopleAccess(Caller caller, OrganizationSnapshot organization)
{
    /// <summary>The units whose agents the caller may see; null: of all, and of none.</summary>
    public IReadOnlyList<Guid>? Units => caller.Rights.Allow(Permissions.PeopleView, Place.Installation)
        ? null
        : [.. organization.ManagementUnits.All
            .Where(unit => caller.Rights.Allow(Permissions.PeopleView, PlaceOf(unit.Id)))
            .Select(unit => unit.Id.Value)];

    public bool MaySee(Agent agent) => caller.Rights.Allow(Permissions.PeopleView, PlaceOf(agent.ManagementUnit));

    /// <returns>Null when the caller may change the agent, into what it is to be; else why not.</returns>
    public Refusal? CheckEdit(Agent before, Agent after) =>
        new[] { before.ManagementUnit, after.ManagementUnit }
            .All(unit => caller.Rights.Allow(Permissions.PeopleEdit, PlaceOf(unit)))
            ? null
            : new Refusal.Forbidden(
                $"{caller.Name} lacks the permission {Permissions.PeopleEdit.Name} in a unit of {before.FullName}.\n"
                + "Maybe ask an administrator to grant it.");

    private Place PlaceOf(ManagementUnitId? unit) =>
        unit is { } id && organization.ManagementUnits.Find(id) is { } found
            ? Place.InManagementUnit(found.BusinessUnitId.Value, id.Value)
            : Place.Installation;
}
