using System.Globalization;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Identity;

public sealed class UsersApiTests
{
    [Fact]
    public async Task A_new_user_signs_in_with_the_password_from_the_answer()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        var grants = new[] { new { role_id = await RoleAsync(administrator, "Planner"), scope_kind = "all" } };

        var made = await administrator.PostAsync(
            "/users", new { user_name = "paul", display_name = "Paul Ortiz", email = "paul@example.org", grants });

        using var paul = node.Anonymous();
        var password = made.Is(Created).At("first_password");
        Assert.Equal("Paul Ortiz", (await paul.PostAsync("/session", new { user_name = "PAUL", password }))
            .Is(OK).At("user", "display_name"));
        Assert.EndsWith($"/users/{made.At("user", "id")}", made.Headers["Location"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"user_name":"","display_name":"x"}""", "user_name")]
    [InlineData("""{"user_name":"has space","display_name":"x"}""", "user_name")]
    [InlineData("""{"user_name":"x","display_name":"\u0007"}""", "display_name")]
    [InlineData("""{"user_name":"x\u0000","display_name":"x"}""", "user_name")]
    [InlineData("""{"user_name":"x","display_name":"x","email":"nonsense"}""", "email")]
    [InlineData("""{"user_name":"admin","display_name":"x"}""", "user_name")]
    [InlineData("""{"display_name":"x"}""", "user_name")]
    [InlineData("""{"user_name":null,"display_name":"x"}""", "user_name")]
    [InlineData("""{"user_name":7,"display_name":"x"}""", "user_name")]
    [InlineData("""{"user_name":"x","display_name":"x","shoe_size":44}""", "shoe_size")]
    [InlineData("""{"user_name":"x","user_name":"y","display_name":"x"}""", "user_name")]
    [InlineData("""{"user_name":"x","display_name":"x","grants":[{"role_id":"zero","scope_kind":"all"}]}""", "grants[0].role_id")]
    [InlineData("""{"user_name":"x","display_name":"x","grants":[{"role_id":"00000000-0000-7000-8000-000000000009","scope_kind":"all"}]}""", "grants[0].role_id")]
    [InlineData("""{"user_name":"x","display_name":"x","grants":[{"role_id":"00000000-0000-7000-8000-000000000002","scope_kind":"galaxy"}]}""", "grants[0].scope_kind")]
    [InlineData("""{"user_name":"x","display_name":"x","grants":[{"role_id":"00000000-0000-7000-8000-000000000002","scope_kind":"business_unit"}]}""", "grants[0].scope_id")]
    [InlineData("""{"user_name":"x","display_name":"x","grants":[{"role_id":"00000000-0000-7000-8000-000000000002"}]}""", "grants[0].scope_kind")]
    [InlineData("""{"user_name":"x" """, "body")]
    [InlineData("[]", "body")]
    [InlineData("", "body")]
    public async Task A_wrong_field_is_named(string body, string field)
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();

        Assert.Equal([field], (await administrator.PostAsync("/users", body)).Is(BadRequest).Fields);
    }

    [Fact]
    public async Task Everything_wrong_is_named_at_once()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();

        var answer = await administrator.PostAsync("/users", new { user_name = "a b", display_name = "", email = "x" });

        Assert.Equal(["user_name", "display_name", "email", "email"], answer.Is(BadRequest).Fields);
    }

    [Fact]
    public async Task A_change_needs_the_version_it_was_made_from()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        var path = await AddAsync(administrator, "paul");
        var read = await administrator.GetAsync(path);

        Assert.Equal(["If-Match"], (await administrator.PatchAsync(path, new { display_name = "P" })).Is(BadRequest).Fields);
        var changed = await administrator.PatchAsync(path, new { display_name = "P" }, ("If-Match", read.ETag));
        Assert.Equal("\"2\"", changed.Is(OK).ETag);
        Assert.Contains("version 2, not 1",
            (await administrator.PatchAsync(path, new { display_name = "Q" }, ("If-Match", read.ETag)))
                .Is(PreconditionFailed).Detail,
            StringComparison.Ordinal);
        Assert.Equal("P", (await administrator.GetAsync(path)).At("display_name"));
    }

    [Fact]
    public async Task An_unchanged_user_is_not_sent_again()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        var path = await AddAsync(administrator, "paul");
        var read = await administrator.GetAsync(path);

        Assert.Equal("", (await administrator.GetAsync(path, ("If-None-Match", read.ETag))).Is(NotModified).Text);
        (await administrator.GetAsync(path, ("If-None-Match", "\"7\""))).Is(OK);
    }

    [Fact]
    public async Task Disabling_ends_the_users_sessions_and_enabling_lets_in_again()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        using var mary = await node.SignedInAsync("mary", "Planner");
        var id = (await mary.GetAsync("/session")).At("user", "id");

        (await administrator.PatchAsync($"/users/{id}", new { disabled = true }, ("If-Match", "\"1\""))).Is(OK);
        (await mary.GetAsync("/session")).Is(Unauthorized);
        var right = new { user_name = "mary", password = TestAccounts.Password };
        Assert.Contains("disabled", (await mary.PostAsync("/session", right)).Is(Unauthorized).Detail, StringComparison.Ordinal);

        (await administrator.PatchAsync($"/users/{id}", new { disabled = false }, ("If-Match", "\"2\""))).Is(OK);
        (await mary.PostAsync("/session", right)).Is(OK);
    }

    [Fact]
    public async Task A_list_is_read_to_its_end_by_cursor_without_a_gap_or_a_repeat()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        for (var i = 0; i < 7; i++)
        {
            await AddAsync(administrator, string.Create(CultureInfo.InvariantCulture, $"listed{i}"));
        }

        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await administrator.GetAsync($"/users?search=listed&limit=3&cursor={cursor}")).Is(OK);
            names.AddRange(page.Items.Select(item => item.GetProperty("user_name").GetString()!));
            cursor = page.Body.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(["listed0", "listed1", "listed2", "listed3", "listed4", "listed5", "listed6"], names);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=9999", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("cursor=made-up", "cursor")]
    [InlineData("cursor=%F0%9F%98%80", "cursor")]
    [InlineData("search=%00", "search")]
    public async Task A_wrong_query_is_named(string query, string field)
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();

        Assert.Equal([field], (await administrator.GetAsync($"/users?{query}")).Is(BadRequest).Fields);
    }

    [Fact]
    public async Task What_is_searched_for_stands_for_itself()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        await AddAsync(administrator, "a_b%c");

        Assert.Single((await administrator.GetAsync("/users?search=_b%25")).Items);
        Assert.Empty((await administrator.GetAsync("/users?search=axb")).Items);
    }

    [Fact]
    public async Task Nobody_can_give_more_than_they_hold()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        using var clerk = await ClerkAsync(node, administrator);
        var grants = new[] { new { role_id = await RoleAsync(administrator, "Administrator"), scope_kind = "all" } };
        var me = (await clerk.GetAsync("/session")).At("user", "id");

        var refused = await clerk.PutAsync($"/users/{me}/grants", new { grants }, ("If-Match", "\"1\""));

        Assert.Contains("cannot give or take it over", refused.Is(Forbidden).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_can_take_over_somebody_who_holds_more()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        using var clerk = await ClerkAsync(node, administrator);
        var boss = (await administrator.GetAsync("/session")).At("user", "id");

        (await clerk.PostAsync($"/users/{boss}/password-reset", null)).Is(Forbidden);
        (await clerk.PatchAsync($"/users/{boss}", new { disabled = true }, ("If-Match", "\"1\""))).Is(Forbidden);
    }

    [Fact]
    public async Task Somebody_always_remains_who_may_do_everything()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        var me = (await administrator.GetAsync("/session")).At("user", "id");
        var first = (await administrator.GetAsync("/users?search=admin")).Items
            .Single(item => item.GetProperty("user_name").GetString() == "admin").GetProperty("id");

        (await administrator.PatchAsync($"/users/{first}", new { disabled = true }, ("If-Match", "\"1\""))).Is(OK);
        Assert.Contains("Nobody would be left",
            (await administrator.PatchAsync($"/users/{me}", new { disabled = true }, ("If-Match", "\"1\"")))
                .Is(Conflict).Detail,
            StringComparison.Ordinal);
        (await administrator.PutAsync($"/users/{me}/grants", new { grants = Array.Empty<int>() }, ("If-Match", "\"1\"")))
            .Is(Conflict);
    }

    [Fact]
    public async Task A_reset_password_has_to_be_changed_again()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        using var mary = await node.SignedInAsync("mary", "Planner");
        var id = (await mary.GetAsync("/session")).At("user", "id");

        var password = (await administrator.PostAsync($"/users/{id}/password-reset", null)).Is(OK).At("first_password");

        (await mary.GetAsync("/session")).Is(Unauthorized);
        var signedIn = await mary.PostAsync("/session", new { user_name = "mary", password });
        Assert.Equal("True", signedIn.Is(OK).At("must_change_password"));
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_trail_with_before_and_after()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        var path = await AddAsync(administrator, "paul");
        await administrator.PatchAsync(path, new { display_name = "Paul P." }, ("If-Match", "\"1\""));

        var lines = (await administrator.GetAsync($"/audit?entity=user&entity_id={path.Split('/')[^1]}")).Is(OK).Items;

        Assert.Equal(["changed", "created"], lines.Select(line => line.GetProperty("action").GetString()));
        var change = lines[0];
        Assert.Equal("paul", change.GetProperty("before").GetProperty("display_name").GetString());
        Assert.Equal("Paul P.", change.GetProperty("after").GetProperty("display_name").GetString());
        Assert.Equal("root-of-all", change.GetProperty("actor_name").GetString());
        Assert.Equal("127.0.0.1", change.GetProperty("address").GetString());
    }

    private static async Task<TestClient> ClerkAsync(TestNode node, TestClient administrator)
    {
        (await administrator.PostAsync("/access-roles", new
        {
            name = "Clerk",
            description = "Keeps accounts.",
            permissions = new[] { "users:view", "users:edit" },
        })).Is(Created);
        return await node.SignedInAsync("clerk", "Clerk");
    }

    private static async Task<string> AddAsync(TestClient client, string userName) =>
        $"/users/{(await client.PostAsync("/users", new { user_name = userName, display_name = userName })).Is(Created).At("user", "id")}";

    private static async Task<string> RoleAsync(TestClient client, string name) =>
        (await client.GetAsync("/access-roles")).Items
            .Single(item => item.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;
}
