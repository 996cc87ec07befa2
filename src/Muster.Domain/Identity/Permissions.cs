using System.Collections.Frozen;

namespace Muster.Domain.Identity;

/// <summary>Every permission there is, in one table. What is not granted is denied.</summary>
public static class Permissions
{
    public static readonly Permission UsersView = new("users", "view", "See user accounts and what they may do.");
    public static readonly Permission UsersEdit =
        new("users", "edit", "Create and change user accounts and grant rights.");
    public static readonly Permission AccessRolesView =
        new("access_roles", "view", "See access roles and their permissions.");
    public static readonly Permission AccessRolesEdit =
        new("access_roles", "edit", "Create, change and delete access roles.");
    public static readonly Permission ClientsView = new("clients", "view", "See API clients and their access tokens.");
    public static readonly Permission ClientsEdit =
        new("clients", "edit", "Create API clients, change them and revoke tokens.");
    public static readonly Permission AuditView = new("audit", "view", "Read who changed what, and when.");

    public static readonly Permission SystemView = new("system", "view", "See nodes, roles, options and health.",
        BuiltInRole.Planner, BuiltInRole.Supervisor);

    public static readonly Permission SystemEdit = new("system", "edit", "Hand duties over from one node to another.");

    public static readonly Permission OrganizationView = new("organization", "view",
        "See tenants, units, teams, skills, activity codes, planning groups, service goals and work plans.",
        BuiltInRole.Planner, BuiltInRole.Supervisor);

    public static readonly Permission OrganizationEdit =
        new("organization", "edit", "Create, change, remove and restore them.", BuiltInRole.Planner);

    public static readonly Permission PeopleView = new("people", "view", "See agents and their history.",
        BuiltInRole.Planner, BuiltInRole.Supervisor);

    public static readonly Permission PeopleEdit =
        new("people", "edit", "Change agents, their teams and work plans.", BuiltInRole.Planner);

    public static readonly Permission SynchronizationView =
        new("synchronization", "view", "See where people come from, and what was refused.", BuiltInRole.Planner);

    public static readonly Permission SynchronizationEdit =
        new("synchronization", "edit", "Define sources, run them, and release the brake.");

    public static readonly Permission DirectoryView =
        new("directory", "view", "Read the directory: people, skills, sites, switches and time zones.");

    public static readonly Permission DirectoryEdit =
        new("directory", "edit", "Write to the directory as the company's system of record.");

    public static readonly Permission ForecastView = new("forecast", "view",
        "See history, forecasts and staffing requirements.", BuiltInRole.Planner, BuiltInRole.Supervisor);

    public static readonly Permission ForecastEdit =
        new("forecast", "edit", "Import history, make forecasts and change them.", BuiltInRole.Planner);

    public static readonly Permission ScheduleView = new("schedule", "view",
        "See builds of schedules and what came of them.", BuiltInRole.Planner, BuiltInRole.Supervisor);

    public static readonly Permission ScheduleEdit =
        new("schedule", "edit", "Build schedules, stop builds and remove them.", BuiltInRole.Planner);

    public static IReadOnlyList<Permission> All { get; } =
    [
        UsersView, UsersEdit, AccessRolesView, AccessRolesEdit, ClientsView, ClientsEdit, AuditView, SystemView,
        SystemEdit, OrganizationView, OrganizationEdit, PeopleView, PeopleEdit, SynchronizationView,
        SynchronizationEdit, DirectoryView, DirectoryEdit, ForecastView, ForecastEdit, ScheduleView,
        ScheduleEdit,
    ];

    private static readonly FrozenDictionary<string, Permission> ByName =
        All.ToFrozenDictionary(permission => permission.Name, StringComparer.Ordinal);

    public static Permission? Find(string name) => ByName.GetValueOrDefault(name);

    public static FrozenSet<Permission> Of(BuiltInRole role) =>
        All.Where(permission => role == BuiltInRole.Administrator || permission.HeldBy.Contains(role)).ToFrozenSet();
}
