using Muster.Domain.Outcomes;

namespace Muster.Domain.Organization;

/// <summary>
/// A place of work as a directory knows it. Its name, parent and zone are the directory's; who plans its people is
/// ours.
/// </summary>
public sealed record Site : TenantItem<SiteId>
{
    /// <summary>The site that it is a part of; null at the top.</summary>
    public SiteId? ParentId { get; init; }

    public NamedZoneId? TimeZoneId { get; init; }

    public SiteAssignment Assignment { get; init; }

    /// <summary>Where its people are planned; there exactly when they are planned here.</summary>
    public ManagementUnitId? ManagementUnitId { get; init; }

    public override IEnumerable<ItemReference> References()
    {
        if (ParentId is { } parent)
        {
            yield return new ItemReference("parent_id", OrganizationKinds.Site, parent.Value);
        }

        if (TimeZoneId is { } zone)
        {
            yield return new ItemReference("time_zone_id", OrganizationKinds.TimeZone, zone.Value);
        }

        if (ManagementUnitId is { } unit)
        {
            yield return new ItemReference("management_unit_id", OrganizationKinds.ManagementUnit, unit.Value);
        }
    }

    public override void Check(FieldChecks checks) => checks.That(
        Assignment == SiteAssignment.Here == ManagementUnitId is not null, "management_unit_id",
        Assignment == SiteAssignment.Here
            ? "is required for the assignment here: the unit that plans the site's people."
            : "must be null unless the assignment is here.");

    public override void CheckAmong(OrganizationSnapshot others, FieldChecks checks)
    {
        var path = new List<Site> { this };
        for (var next = ParentId; next is { } id && others.Sites.Find(id) is { } parent; next = parent.ParentId)
        {
            path.Add(parent);
            if (parent.Id == Id || path.IndexOf(parent) < path.Count - 1)
            {
                checks.That(
                    false, "parent_id", $"makes a circle: {string.Join(" > ", path.Select(site => site.Name))}.");
                return;
            }
        }
    }
}
