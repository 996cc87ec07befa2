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
        "See schedules, drafts and builds.", BuiltInRole.Planner, BuiltInRole.Supervisor);

    public static readonly Permission ScheduleEdit =
        new("schedule", "edit", "Build schedules, make drafts and change them.", BuiltInRole.Planner);

    public static readonly Permission SchedulePublish = new("schedule", "publish",
        "Publish drafts, change published schedules and take versions back.", BuiltInRole.Planner);

    public static readonly Permission ScheduleForce = new("schedule", "force_publish",
        "Publish over what somebody else has published meanwhile.");

    public static readonly Permission EventsWrite =
        new("events", "write", "Send state events and interval statistics, as a telephone system does.");

    public static readonly Permission EventsView = new("events", "view",
        "See where events come from, and which could not be used.", BuiltInRole.Planner, BuiltInRole.Supervisor);

    public static readonly Permission EventsEdit = new("events", "edit",
        "Set sources of events right, replay quarantined lines and delete them.", BuiltInRole.Planner);

    public static readonly Permission AdherenceView = new("adherence", "view",
        "See adherence and the rules by which it is judged.", BuiltInRole.Planner, BuiltInRole.Supervisor);

    public static readonly Permission AdherenceRules = new("adherence", "rules",
        "Change what states of sources count as, and thresholds.", BuiltInRole.Planner);

    public static readonly Permission AdherenceApprove = new("adherence", "approve",
        "Approve what agents did otherwise than scheduled, and take approvals back.",
        BuiltInRole.Planner, BuiltInRole.Supervisor);

    public static readonly Permission MyScheduleView = new("my_schedule", "view",
        "See one's own published schedule and what changed in it.",
        BuiltInRole.Planner, BuiltInRole.Supervisor, BuiltInRole.Agent);

    public static IReadOnlyList<Permission> All { get; } =
    [
        UsersView, UsersEdit, AccessRolesView, AccessRolesEdit, ClientsView, ClientsEdit, AuditView, SystemView,
        SystemEdit, OrganizationView, OrganizationEdit, PeopleView, PeopleEdit, SynchronizationView,
        SynchronizationEdit, DirectoryView, DirectoryEdit, ForecastView, ForecastEdit, ScheduleView,
        ScheduleEdit, SchedulePublish, ScheduleForce, EventsWrite, EventsView, EventsEdit, AdherenceView,
        AdherenceRules, AdherenceApprove, MyScheduleView,
    ];

    private static readonly FrozenSet<string> UnitResources =
        ["organization", "people", "forecast", "schedule", "adherence", "my_schedule"];

    private static readonly FrozenDictionary<string, Permission> ByName =
        All.ToFrozenDictionary(permission => permission.Name, StringComparer.Ordinal);

    public static Permission? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether a resource lives in units; else there is one of it for the whole installation.</summary>
    public static bool IsOfUnits(string resource) => UnitResources.Contains(resource);

    public static FrozenSet<Permission> Of(BuiltInRole role) =>
        All.Where(permission => role == BuiltInRole.Administrator || permission.HeldBy.Contains(role)).ToFrozenSet();
}
