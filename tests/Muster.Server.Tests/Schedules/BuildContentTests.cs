using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using Muster.Server.Schedules;
using Muster.Server.Scheduling;
using NodaTime;

namespace Muster.Server.Tests.Schedules;

public sealed class BuildContentTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-23", 420, "2026-03-29T06:00:00Z")] // 23 hours: 08:00 by the clock
    [InlineData("Europe/Berlin", "2026-10-19", 540, "2026-10-25T07:00:00Z")] // 25 hours: 08:00
    [InlineData("Europe/London", "2026-06-08", 480, "2026-06-14T07:00:00Z")] // the unit's clock
    public void Shifts_are_drafted_when_they_were_built_whatever_clocks_do(
        string zone, string monday, int elapsed, string start)
    {
        var unit = Unit(zone);
        var agent = Guid.NewGuid();
        var built = new BuiltSchedule(
            15, [new BuiltActivity("work", "", true)], [], [], [],
            [new BuiltAgent(agent, "Ann", [[6, elapsed, 480, 0, 480]])]);

        var days = BuildContent.Of(unit, Draft(unit, monday), built.Write()).Value.ToList();

        var (_, _, content) = Assert.Single(days, day => day.Content.Visible().Any());
        Assert.Equal(start, $"{content.Shift!.Value.Start:g}");
    }

    private static ScheduleDraft Draft(ScheduleUnit unit, string monday) => new()
    {
        Id = new DraftId(Guid.NewGuid()),
        BusinessUnit = unit.Business.Id,
        ManagementUnit = unit.Unit.Id,
        Name = "Plan",
        FirstDay = NodaTime.Text.LocalDatePattern.Iso.Parse(monday).Value,
        Days = 7,
        CreatedBy = "test",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static ScheduleUnit Unit(string zone)
    {
        var tenant = new Tenant { Id = new TenantId(Guid.NewGuid()), Name = "Bank" };
        var business = new BusinessUnit
        {
            Id = new BusinessUnitId(Guid.NewGuid()),
            TenantId = tenant.Id,
            Name = "Germany",
            Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
        };
        var unit = new ManagementUnit
        {
            Id = new ManagementUnitId(Guid.NewGuid()),
            BusinessUnitId = business.Id,
            Name = "North",
            Zone = DateTimeZoneProviders.Tzdb[zone],
        };
        var code = new ActivityCode
        {
            Id = new ActivityCodeId(Guid.NewGuid()),
            BusinessUnitId = business.Id,
            Name = "Calls",
            Category = ActivityCategory.OnQueue,
            Paid = true,
            CountsAsWork = true,
            Colour = "#2f7d4f",
        };
        return new ScheduleUnit(OrganizationSnapshot.Empty.With([tenant, business, unit, code]), business, unit);
    }
}
