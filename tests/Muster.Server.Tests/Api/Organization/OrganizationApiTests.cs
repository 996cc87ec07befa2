using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Organization;

public sealed class OrganizationApiTests
{
    [Fact]
    public async Task Every_kind_is_created_read_changed_removed_and_restored()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var stage = await OrganizationStage.SetAsync(client);

        foreach (var path in OrganizationStage.Paths.Reverse())
        {
            await LiveAsync(client, stage.PathOf(path), path);
        }

        foreach (var path in OrganizationStage.Paths)
        {
            (await client.PostAsync($"{stage.PathOf(path)}/restore", null, ("If-Match", "\"3\""))).Is(OK);
            Assert.Equal([stage[path]], OrganizationStage.Ids(await client.GetAsync($"/organization/{path}")));
        }
    }

    [Fact]
    public async Task Every_kind_refuses_bad_input_with_field_and_remedy()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var stage = await OrganizationStage.SetAsync(client);

        foreach (var path in OrganizationStage.Paths)
        {
            var body = stage.Body(path);
            var (field, value, remedy) = OrganizationStage.Wrong(path);
            body[field] = value;
            var wrong = (await client.PostAsync($"/organization/{path}", body)).Is(BadRequest);
            Assert.Equal([field], wrong.Fields);
            Assert.Contains(remedy, wrong.Detail, StringComparison.Ordinal);

            body = stage.Body(path);
            body["moon"] = 1;
            Assert.Equal(["moon"], (await client.PostAsync($"/organization/{path}", body)).Is(BadRequest).Fields);
            Assert.Contains("name", (await client.PostAsync($"/organization/{path}", new { })).Is(BadRequest).Fields);
            Assert.Equal(["version"], (await ChangeAsync(client, stage.PathOf(path), new { version = 7 }, 1)).Fields);
        }
    }

    [Fact]
    public async Task Answers_hold_dates_zones_and_times_as_people_write_them()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var stage = await OrganizationStage.SetAsync(client);

        Assert.Equal("Europe/Berlin", (await client.GetAsync(stage.PathOf("time-zones"))).At("zone"));
        var unit = await client.GetAsync(stage.PathOf("business-units"));
        Assert.Equal(("sunday", "30", "1"), (unit.At("week_start"), unit.At("interval_minutes"), unit.At("version")));
        var plan = await client.GetAsync(stage.PathOf("work-plans"));
        Assert.Equal(("07:30", "22:00"), (plan.At("earliest_start"), plan.At("latest_stop")));
        Assert.Equal("\"1\"", plan.ETag);
        (await client.GetAsync(stage.PathOf("work-plans"), ("If-None-Match", "\"1\""))).Is(NotModified);
    }

    [Fact]
    public async Task Null_clears_what_may_be_missing_and_is_refused_elsewhere()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var stage = await OrganizationStage.SetAsync(client);
        var unit = stage.PathOf("management-units");

        Assert.Equal("", (await ChangeAsync(client, unit, new { zone = (string?)null }, 1)).Is(OK).At("zone"));
        Assert.Equal(["name"], (await ChangeAsync(client, unit, new { name = (string?)null }, 2)).Fields);
        Assert.Equal(
            ["breaks[0]"],
            (await ChangeAsync(client, stage.PathOf("work-plans"), new { breaks = new object?[] { null } }, 1)).Fields);
        Assert.Equal(["body"], (await ChangeAsync(client, unit, Array.Empty<int>(), 2)).Fields);
    }

    [Fact]
    public async Task Two_tenants_with_equal_names_are_kept_apart()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var (one, two) = (await OrganizationStage.SetAsync(client), await OrganizationStage.SetAsync(client));

        foreach (var path in OrganizationStage.Paths)
        {
            var list = (await client.GetAsync($"/organization/{path}")).Is(OK);
            Assert.Equal(["Same name", "Same name"], OrganizationStage.Names(list));
            foreach (var stage in new[] { one, two })
            {
                var own = await client.GetAsync($"/organization/{path}?tenant_id={stage["tenants"]}");
                Assert.Equal([stage[path]], OrganizationStage.Ids(own));
                var units = await client.GetAsync(
                    $"/organization/{path}?business_unit_id={stage["business-units"]}");
                Assert.Equal([stage[path]], OrganizationStage.Ids(units));
            }
        }

        var mixed = one.Body("planning-groups");
        mixed["required_skills"] = new[] { new { skill_id = two["skills"] } };
        var refused = (await client.PostAsync("/organization/planning-groups", mixed)).Is(BadRequest);
        Assert.Equal(["required_skills[0].skill_id"], refused.Fields);
        Assert.Contains("another tenant", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_trail_with_before_and_after()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var tenant = (await client.PostAsync("/organization/tenants", new { name = "Acme" })).Is(Created).At("id");
        (await ChangeAsync(client, $"/organization/tenants/{tenant}", new { name = "Acme Ltd" }, 1)).Is(OK);

        var trail = (await client.GetAsync($"/audit?entity=tenant&entity_id={tenant}")).Is(OK).Items;

        Assert.Equal(["changed", "created"], trail.Select(entry => entry.GetProperty("action").GetString()));
        Assert.Equal("Acme", trail[0].GetProperty("before").GetProperty("name").GetString());
        Assert.Equal("Acme Ltd", trail[0].GetProperty("after").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_created_item_says_where_it_is_and_is_created_once_for_a_key()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var key = ("Idempotency-Key", "once");

        var first = (await client.PostAsync("/organization/tenants", new { name = "Acme" }, key)).Is(Created);
        var again = (await client.PostAsync("/organization/tenants", new { name = "Acme" }, key)).Is(Created);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.Text, (await client.GetAsync($"/{first.Headers["Location"]}")).Is(OK).Text);
    }

    [Fact]
    public async Task Zones_are_listed_with_their_offset()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.SignedInAsync("nobody-special");

        var zones = (await client.GetAsync("/organization/zones")).Is(OK).Items;

        var kathmandu = zones.Single(zone => zone.GetProperty("name").GetString() == "Asia/Kathmandu");
        Assert.Equal("+05:45", kathmandu.GetProperty("offset").GetString());
        Assert.Equal(345, kathmandu.GetProperty("offset_minutes").GetInt32());
    }

    private static async Task LiveAsync(TestClient client, string item, string path)
    {
        var read = (await client.GetAsync(item)).Is(OK);
        Assert.Equal("\"1\"", read.ETag);
        var changed = (await ChangeAsync(client, item, new { name = "Other" }, 1)).Is(OK);
        Assert.Equal(("Other", "2"), (changed.At("name"), changed.At("version")));
        (await ChangeAsync(client, item, new { name = "Late" }, 1)).Is(PreconditionFailed);
        (await client.PatchAsync(item, new { name = "Unseen" })).Is(BadRequest);
        (await client.PostAsync($"{item}/restore", null, ("If-Match", "\"2\""))).Is(Conflict);
        (await client.DeleteAsync(item, ("If-Match", "\"1\""))).Is(PreconditionFailed);
        Assert.NotEqual("", (await client.DeleteAsync(item, ("If-Match", "\"2\""))).Is(OK).At("removed_at"));
        (await ChangeAsync(client, item, new { name = "Dead" }, 3)).Is(Conflict);
        (await client.DeleteAsync(item, ("If-Match", "\"3\""))).Is(Conflict);
        Assert.Empty((await client.GetAsync($"/organization/{path}")).Items);
        Assert.Single((await client.GetAsync($"/organization/{path}?removed=true")).Items);
    }

    private static Task<TestAnswer> ChangeAsync(TestClient client, string item, object change, int version) =>
        client.PatchAsync(item, change, ("If-Match", $"\"{version}\""));
}
