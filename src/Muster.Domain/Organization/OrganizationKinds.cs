using System.Collections.Frozen;

namespace Muster.Domain.Organization;

/// <summary>Every kind of item, in one table. Each comes after what it belongs to.</summary>
public static class OrganizationKinds
{
    public static readonly OrganizationKind Tenant = new("tenant", "tenants", typeof(Tenant), null, true);
    public static readonly OrganizationKind TimeZone =
        new("time_zone", "time-zones", typeof(NamedZone), Tenant, true);
    public static readonly OrganizationKind Switch = new("switch", "switches", typeof(Switch), Tenant, true);
    public static readonly OrganizationKind Skill = new("skill", "skills", typeof(Skill), Tenant, true);
    public static readonly OrganizationKind Site = new("site", "sites", typeof(Site), Tenant, true);
    public static readonly OrganizationKind BusinessUnit =
        new("business_unit", "business-units", typeof(BusinessUnit), Tenant, false);
    public static readonly OrganizationKind ManagementUnit =
        new("management_unit", "management-units", typeof(ManagementUnit), BusinessUnit, false);
    public static readonly OrganizationKind Team = new("team", "teams", typeof(Team), ManagementUnit, false);
    public static readonly OrganizationKind ActivityCode =
        new("activity_code", "activity-codes", typeof(ActivityCode), BusinessUnit, false);
    public static readonly OrganizationKind PlanningGroup =
        new("planning_group", "planning-groups", typeof(PlanningGroup), BusinessUnit, false);
    public static readonly OrganizationKind ServiceGoal =
        new("service_goal", "service-goals", typeof(ServiceGoal), BusinessUnit, false);
    public static readonly OrganizationKind WorkPlan =
        new("work_plan", "work-plans", typeof(WorkPlan), BusinessUnit, false);

    public static IReadOnlyList<OrganizationKind> All { get; } =
    [
        Tenant, TimeZone, Switch, Skill, Site, BusinessUnit, ManagementUnit, Team, ActivityCode, PlanningGroup,
        ServiceGoal, WorkPlan,
    ];

    private static readonly FrozenDictionary<string, OrganizationKind> ByName =
        All.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, OrganizationKind> ByType = All.ToFrozenDictionary(kind => kind.Type);

    /// <summary>The kind of that name; null when there is none.</summary>
    public static OrganizationKind? Find(string name) => ByName.GetValueOrDefault(name);

    public static OrganizationKind Of(OrganizationItem item) => ByType[item.GetType()];

    public static OrganizationKind Of<T>()
        where T : OrganizationItem => ByType[typeof(T)];
}
