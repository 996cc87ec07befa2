using System.Collections.Immutable;
using NodaTime;

namespace Muster.Domain.Organization;

/// <summary>All items of an installation, as of one moment. Immutable; every node keeps the newest.</summary>
public sealed class OrganizationSnapshot
{
    public static readonly OrganizationSnapshot Empty = new(OrganizationKinds.All.ToImmutableDictionary(
        kind => kind, _ => ImmutableDictionary<Guid, OrganizationItem>.Empty));

    private readonly ImmutableDictionary<OrganizationKind, ImmutableDictionary<Guid, OrganizationItem>> _items;

    private OrganizationSnapshot(
        ImmutableDictionary<OrganizationKind, ImmutableDictionary<Guid, OrganizationItem>> items) => _items = items;

    public ItemTable<TenantId, Tenant> Tenants => Table<TenantId, Tenant>();

    public ItemTable<NamedZoneId, NamedZone> TimeZones => Table<NamedZoneId, NamedZone>();

    public ItemTable<SwitchId, Switch> Switches => Table<SwitchId, Switch>();

    public ItemTable<SkillId, Skill> Skills => Table<SkillId, Skill>();

    public ItemTable<SiteId, Site> Sites => Table<SiteId, Site>();

    public ItemTable<BusinessUnitId, BusinessUnit> BusinessUnits => Table<BusinessUnitId, BusinessUnit>();

    public ItemTable<ManagementUnitId, ManagementUnit> ManagementUnits => Table<ManagementUnitId, ManagementUnit>();

    public ItemTable<TeamId, Team> Teams => Table<TeamId, Team>();

    public ItemTable<ActivityCodeId, ActivityCode> ActivityCodes => Table<ActivityCodeId, ActivityCode>();

    public ItemTable<PlanningGroupId, PlanningGroup> PlanningGroups => Table<PlanningGroupId, PlanningGroup>();

    public ItemTable<ServiceGoalId, ServiceGoal> ServiceGoals => Table<ServiceGoalId, ServiceGoal>();

    public ItemTable<WorkPlanId, WorkPlan> WorkPlans => Table<WorkPlanId, WorkPlan>();

    /// <summary>Every item, removed ones too: kind by kind in the order of <see cref="OrganizationKinds"/>.</summary>
    public IEnumerable<OrganizationItem> All => OrganizationKinds.All.SelectMany(Of);

    /// <summary>Every item of a kind, removed ones too, in no order.</summary>
    public IEnumerable<OrganizationItem> Of(OrganizationKind kind) => _items[kind].Values;

    public OrganizationItem? Find(OrganizationKind kind, Guid key) => _items[kind].GetValueOrDefault(key);

    /// <summary>The item of whatever kind; null when there never was one of that id.</summary>
    public OrganizationItem? Find(Guid key) =>
        OrganizationKinds.All.Select(kind => Find(kind, key)).FirstOrDefault(item => item is not null);

    /// <summary>What an item belongs to; null for a tenant, and where that is not there.</summary>
    public OrganizationItem? OwnerOf(OrganizationItem item) =>
        item.Owner() is { } owner ? Find(owner.Kind, owner.Key) : null;

    /// <summary>The tenant that an item belongs to, or is.</summary>
    public TenantId? TenantOf(OrganizationItem item) => Line(item).OfType<Tenant>().FirstOrDefault()?.Id;

    /// <summary>The business unit that an item belongs to, or is; null for what belongs to the tenant alone.</summary>
    public BusinessUnitId? BusinessUnitOf(OrganizationItem item) =>
        Line(item).OfType<BusinessUnit>().FirstOrDefault()?.Id;

    /// <summary>The management unit that an item belongs to, or is.</summary>
    public ManagementUnitId? ManagementUnitOf(OrganizationItem item) =>
        Line(item).OfType<ManagementUnit>().FirstOrDefault()?.Id;

    /// <summary>The zone of a management unit's people: its own, else the business unit's.</summary>
    public DateTimeZone ZoneOf(ManagementUnit unit) => unit.Zone ?? BusinessUnits[unit.BusinessUnitId].Zone;

    /// <summary>Which day it is for the people of a management unit; for those of none, by UTC.</summary>
    public LocalDate DayAt(DateTimeOffset at, ManagementUnitId? unit)
    {
        var zone = unit is { } id && ManagementUnits.Find(id) is { } found ? ZoneOf(found) : DateTimeZone.Utc;
        return Instant.FromDateTimeOffset(at).InZone(zone).Date;
    }

    /// <summary>The items in use that name an item, whatever it is called in them.</summary>
    public IEnumerable<OrganizationItem> UsersOf(OrganizationItem item) => All.Where(other =>
        !other.IsRemoved && other.Key() != item.Key()
        && (other.Owner()?.Key == item.Key() || other.References().Any(reference => reference.Key == item.Key())));

    public OrganizationSnapshot With(OrganizationItem item) => With([item]);

    /// <summary>With these items as they are now, new or changed.</summary>
    public OrganizationSnapshot With(IEnumerable<OrganizationItem> items)
    {
        var next = _items;
        foreach (var kind in items.GroupBy(OrganizationKinds.Of))
        {
            next = next.SetItem(
                kind.Key, next[kind.Key].SetItems(kind.Select(item => KeyValuePair.Create(item.Key(), item))));
        }

        return new OrganizationSnapshot(next);
    }

    /// <summary>With those of the items that are newer than what is here.</summary>
    public OrganizationSnapshot WithNewer(IEnumerable<OrganizationItem> items) =>
        With(items.Where(item => Find(OrganizationKinds.Of(item), item.Key()) is not { } known
            || known.Version < item.Version));

    /// <summary>As if the item had never been; to try what would be without it.</summary>
    public OrganizationSnapshot Without(OrganizationItem item)
    {
        var kind = OrganizationKinds.Of(item);
        return new OrganizationSnapshot(_items.SetItem(kind, _items[kind].Remove(item.Key())));
    }

    // The item itself, what it belongs to, and so on up to its tenant.
    private IEnumerable<OrganizationItem> Line(OrganizationItem item)
    {
        for (var next = item; next is not null; next = OwnerOf(next))
        {
            yield return next;
        }
    }

    private ItemTable<TId, T> Table<TId, T>()
        where TId : struct, IItemId<TId>
        where T : IdentifiedItem<TId> => new(_items[OrganizationKinds.Of<T>()]);
}
