using Muster.Domain.Organization;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;

namespace Muster.Server.Synchronization;

/// <summary>
/// What the names in an imported file stand for: it says nothing of tenants, sites and skills itself, and means those
/// that are there. A name that two of them have stands for none. Pure.
/// </summary>
internal sealed class ImportBinding(OrganizationSnapshot organization, DateTimeOffset at)
{
    /// <summary>Everything that people refer to.</summary>
    public static IEnumerable<(ObjectKind Kind, string ExternalId, string Tenant)> References(SourcePerson person) =>
        SourceReferences.Of(person).Select(reference => (reference.Kind, reference.ExternalId, person.Tenant))
            .Prepend((ObjectKind.Tenant, person.Tenant, person.Tenant));

    /// <summary>The row of the mirror that says what a name stands for; null when that cannot be told.</summary>
    public MirroredObject? Bind(ObjectKind kind, string name, string tenant)
    {
        var owners = Named(organization.Tenants.InUse, tenant);
        if (owners is not [var owner])
        {
            return null;
        }

        return kind switch
        {
            ObjectKind.Tenant => Row(kind, name, owner, new SourceTenant(owner.Name)),
            ObjectKind.TimeZone => Named(organization.TimeZones.InUse.Where(item => item.TenantId == owner.Id), name)
                is [var zone] ? Row(kind, name, zone, new SourceTimeZone(tenant, zone.Name, zone.Zone.Id)) : null,
            ObjectKind.Switch => Named(organization.Switches.InUse.Where(item => item.TenantId == owner.Id), name)
                is [var at] ? Row(kind, name, at, new SourceSwitch(tenant, at.Name)) : null,
            ObjectKind.Skill => Named(organization.Skills.InUse.Where(item => item.TenantId == owner.Id), name)
                is [var skill] ? Row(kind, name, skill, new SourceSkill(tenant, skill.Name)) : null,
            ObjectKind.Site => Named(organization.Sites.InUse.Where(item => item.TenantId == owner.Id), name)
                is [var site] ? Row(kind, name, site, new SourceSite(tenant, site.Name)) : null,
            _ => null,
        };
    }

    private static List<T> Named<T>(IEnumerable<T> items, string name)
        where T : OrganizationItem => [.. items.Where(item => item.Name == name)];

    private MirroredObject Row(ObjectKind kind, string name, OrganizationItem item, SourceContent content) =>
        new(kind, name, item.Key(), new SourceObject(kind, name, null, at, content));
}
