using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Domain.Tests.Organization;

/// <summary>Two tenants whose things have equal names, with a business unit each.</summary>
internal static class Sample
{
    public static readonly Tenant Acme = new() { Id = new TenantId(Id(1)), Name = "Acme" };
    public static readonly Tenant Other = new() { Id = new TenantId(Id(2)), Name = "Acme" };
    public static readonly Skill German =
        new() { Id = new SkillId(Id(3)), Name = "German", TenantId = Acme.Id };
    public static readonly Skill OtherGerman =
        new() { Id = new SkillId(Id(4)), Name = "German", TenantId = Other.Id };
    public static readonly BusinessUnit North = new()
    {
        Id = new BusinessUnitId(Id(5)),
        Name = "North",
        TenantId = Acme.Id,
        Zone = Zone("Europe/Berlin"),
    };
    public static readonly BusinessUnit South = North with { Id = new BusinessUnitId(Id(6)), Name = "South" };
    public static readonly ManagementUnit Kiel =
        new() { Id = new ManagementUnitId(Id(7)), Name = "Kiel", BusinessUnitId = North.Id };
    public static readonly ManagementUnit Munich = new()
    {
        Id = new ManagementUnitId(Id(8)),
        Name = "Munich",
        BusinessUnitId = South.Id,
        Zone = Zone("Asia/Kolkata"),
    };
    public static readonly Team Owls =
        new() { Id = new TeamId(Id(9)), Name = "Owls", ManagementUnitId = Kiel.Id };
    public static readonly ActivityCode Pause = new()
    {
        Id = new ActivityCodeId(Id(10)),
        Name = "Pause",
        BusinessUnitId = North.Id,
        Category = ActivityCategory.Break,
        Paid = true,
        CountsAsWork = true,
        Colour = "#a0b0c0",
    };
    public static readonly ActivityCode Lunch = Pause with
    {
        Id = new ActivityCodeId(Id(11)),
        Name = "Lunch",
        Category = ActivityCategory.Meal,
        Paid = false,
    };
    public static readonly ActivityCode Calls = Pause with
    {
        Id = new ActivityCodeId(Id(12)),
        Name = "Calls",
        Category = ActivityCategory.OnQueue,
    };
    public static readonly WorkPlan FullTime = new()
    {
        Id = new WorkPlanId(Id(13)),
        Name = "Full time",
        BusinessUnitId = North.Id,
        PaidMinutesPerDay = new NumberRange(360, 540),
        PaidMinutesPerWeek = new NumberRange(2340, 2460),
        WorkingDaysPerWeek = new NumberRange(5, 5),
        ShiftMinutes = new NumberRange(420, 600),
        Breaks = [new BreakRule { ActivityCodeId = Lunch.Id, Minutes = 30, EarliestMinutesAfterStart = 120 }],
    };

    public static readonly OrganizationSnapshot All = OrganizationSnapshot.Empty.With(
        [Acme, Other, German, OtherGerman, North, South, Kiel, Munich, Owls, Pause, Lunch, Calls, FullTime]);

    public static DateTimeZone Zone(string name) => TimeZones.Find(name).Value;

    public static Guid Id(int number) => new($"00000000-0000-7000-8000-{number:x12}");

    /// <summary>The fields that the rules name, in their order, each once.</summary>
    public static IReadOnlyList<string> Wrong(OrganizationItem item, OrganizationItem? before = null) =>
        [.. ErrorsOf(item, before).Select(error => error.Field).Distinct()];

    public static IReadOnlyList<FieldError> ErrorsOf(OrganizationItem item, OrganizationItem? before = null) =>
        (OrganizationRules.Check(All, before, item) as Refusal.Invalid)?.Errors ?? [];
}
