using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>A management unit whose schedule is read or changed, and what its rules are found in.</summary>
public sealed record ScheduleUnit(OrganizationSnapshot Organization, BusinessUnit Business, ManagementUnit Unit)
{
    public DateTimeZone Zone => Organization.ZoneOf(Unit);

    public DayChecks Checks => new(Organization, Business.Id, Zone);

    public LocalDate Today(DateTimeOffset at) => Organization.DayAt(at, Unit.Id);

    public PlanRules RulesOf(WorkPlan plan) => new(plan, Zone, Business.WeekStart, Organization.ActivityCodes.Find);
}
