using System.Text.Json;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Organization;

/// <summary>What the session of somebody tells whose rights are limited to units.</summary>
public sealed class UnitSessionTests
{
    [Fact]
    public async Task Whoever_holds_a_management_unit_is_told_so_and_sees_what_its_business_unit_shares()
    {
        await using var node = await TestNode.StartAsync();
        using var root = await node.AdministratorAsync();
        var (own, other) = (await OrganizationStage.SetAsync(root), await OrganizationStage.SetAsync(root));
        var (business, unit) = (own["business-units"], own["management-units"]);
        using var supervisor = await UnitHolder.SignedInAsync(node, "Supervisor", "management_unit", unit);

        var session = (await supervisor.GetAsync("/session")).Is(OK).Body;

        Assert.Empty(Words(session, "permissions"));
        Assert.Equal(
            [
                "organization:view", "people:view", "forecast:view", "schedule:view", "adherence:view",
                "adherence:approve", "my_schedule:view",
            ],
            HeldIn(session, unit));
        Assert.Equal(["organization:view", "forecast:view", "adherence:view"], HeldIn(session, business));
        Assert.Equal(2, session.GetProperty("units").GetArrayLength());

        (await supervisor.GetAsync($"/intraday?business_unit_id={business}")).Is(OK);
        (await supervisor.GetAsync($"/forecasts?business_unit_id={business}")).Is(OK);
        (await supervisor.GetAsync($"/adherence/rules/{business}")).Is(OK);
        (await supervisor.GetAsync($"/schedules/drafts?management_unit_id={unit}")).Is(OK);
        (await supervisor.GetAsync($"/adherence/agents?unit_id={unit}")).Is(OK);
        var builds = (await supervisor.GetAsync($"/builds?business_unit_id={business}")).Is(Forbidden);
        Assert.Contains("schedule:view", builds.Detail, StringComparison.Ordinal);
        (await supervisor.GetAsync($"/intraday?business_unit_id={other["business-units"]}")).Is(NotFound);
        (await supervisor.GetAsync($"/schedules/drafts?management_unit_id={other["management-units"]}")).Is(NotFound);
        (await supervisor.GetAsync("/system/cluster")).Is(Forbidden);
    }

    [Fact]
    public async Task Whoever_holds_a_business_unit_holds_its_management_units_too()
    {
        await using var node = await TestNode.StartAsync();
        using var root = await node.AdministratorAsync();
        var own = await OrganizationStage.SetAsync(root);
        var sister = (await root.PostAsync("/organization/management-units", own.Body("management-units"))).At("id");
        using var planner = await UnitHolder.SignedInAsync(node, "Planner", "business_unit", own["business-units"]);

        var session = (await planner.GetAsync("/session")).Is(OK).Body;

        var together = Assert.Single(session.GetProperty("units").EnumerateArray());
        Assert.Equal(
            new[] { own["business-units"], own["management-units"], sister }.Order(),
            Words(together, "unit_ids").Order());
        Assert.Contains("schedule:publish", Words(together, "permissions"));
        Assert.DoesNotContain("system:view", Words(together, "permissions"));
    }

    [Fact]
    public async Task What_is_held_everywhere_is_not_told_by_unit()
    {
        await using var node = await TestNode.StartAsync();
        using var planner = await node.SignedInAsync("paula", "Planner");

        var session = (await planner.GetAsync("/session")).Is(OK).Body;

        Assert.Contains("schedule:publish", Words(session, "permissions"));
        Assert.Equal(0, session.GetProperty("units").GetArrayLength());
    }

    private static IEnumerable<string> HeldIn(JsonElement session, string unit) =>
        session.GetProperty("units").EnumerateArray()
            .Where(some => Words(some, "unit_ids").Contains(unit)).SelectMany(some => Words(some, "permissions"));

    private static IEnumerable<string> Words(JsonElement of, string property) =>
        of.GetProperty(property).EnumerateArray().Select(word => word.GetString()!);
}
