using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Identity;

public sealed class SessionApiTests
{
    [Fact]
    public async Task The_first_administrator_must_set_a_password_before_anything_else()
    {
        await using var node = await TestNode.StartAsync();
        using var client = node.Anonymous();
        var (userName, password) = node.Host.FirstSignIn!.Value;

        var signedIn = await client.PostAsync("/session", new { user_name = userName, password });
        Assert.Equal("True", signedIn.Is(OK).At("must_change_password"));
        Assert.Contains(
            "first password", (await client.GetAsync("/users")).Is(Forbidden).Detail, StringComparison.Ordinal);

        var next = new { current_password = password, new_password = "a better one, really" };
        (await client.PostAsync("/session/password", next)).Is(NoContent);
        (await client.GetAsync("/users")).Is(OK);
    }

    [Fact]
    public async Task A_second_node_makes_no_second_administrator_and_accepts_the_session()
    {
        await using var one = await TestNode.StartAsync();
        await using var two = await TestNode.StartAsync(one.Database);
        Assert.Null(two.Host.FirstSignIn);
        using var client = await one.AdministratorAsync();
        using var elsewhere = two.Anonymous();
        elsewhere.Cookies.Add(client.Cookies.GetAllCookies().Single() is var cookie
            ? new System.Net.Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1")
            : throw new InvalidOperationException());

        (await elsewhere.GetAsync("/session")).Is(OK);
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_read_the_same()
    {
        await using var node = await TestNode.StartAsync();
        using var client = node.Anonymous();

        var unknown = await client.PostAsync("/session", new { user_name = "nobody", password = "wrong password" });
        var wrong = await client.PostAsync("/session", new { user_name = "admin", password = "wrong password" });

        Assert.Equal(unknown.Is(Unauthorized).Detail, wrong.Is(Unauthorized).Detail);
    }

    [Fact]
    public async Task Too_many_wrong_passwords_lock_the_account_for_a_while()
    {
        await using var node = await TestNode.StartAsync("Identity:LockoutAttempts=3", "Identity:LockoutMinutes=15");
        using var client = await node.SignedInAsync("mary", "Planner");
        var wrong = new { user_name = "mary", password = "wrong password" };
        var right = new { user_name = "mary", password = TestAccounts.Password };
        for (var i = 0; i < 3; i++)
        {
            (await client.PostAsync("/session", wrong)).Is(Unauthorized);
        }

        Assert.Contains(
            "locked until",
            (await client.PostAsync("/session", right)).Is(Unauthorized).Detail,
            StringComparison.Ordinal);
        node.Time.Advance(TimeSpan.FromMinutes(16));
        (await client.PostAsync("/session", right)).Is(OK);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_the_cookie_is_worth_nothing_then()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var key = client.Cookies.GetAllCookies().Single().Value;

        (await client.DeleteAsync("/session")).Is(NoContent);

        using var thief = node.Anonymous();
        (await thief.GetAsync("/session", ("Cookie", $"muster_session={key}"))).Is(Unauthorized);
    }

    [Fact]
    public async Task A_session_ends_when_its_time_is_over()
    {
        await using var node = await TestNode.StartAsync("Identity:SessionHours=12");
        using var client = await node.AdministratorAsync();

        node.Time.Advance(TimeSpan.FromHours(12.1));

        (await client.GetAsync("/session", ("Cookie", CookieOf(client)))).Is(Unauthorized);
    }

    [Fact]
    public async Task Changing_the_password_ends_ones_other_sessions()
    {
        await using var node = await TestNode.StartAsync();
        using var here = await node.SignedInAsync("mary", "Planner");
        using var there = node.Anonymous();
        await there.PostAsync("/session", new { user_name = "mary", password = TestAccounts.Password });

        var change = new { current_password = TestAccounts.Password, new_password = "another long one" };
        (await here.PostAsync("/session/password", change)).Is(NoContent);

        (await here.GetAsync("/session")).Is(OK);
        (await there.GetAsync("/session")).Is(Unauthorized);
    }

    [Theory]
    [InlineData("short", "10 to 200")]
    [InlineData("aaaaaaaaaaaaaa", "different characters")]
    [InlineData("mary-mary-quite-contrary", "user name")]
    [InlineData(TestAccounts.Password, "must differ")]
    public async Task A_weak_password_is_refused_with_the_rule(string weak, string rule)
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.SignedInAsync("mary", "Planner");

        var answer = await client.PostAsync(
            "/session/password", new { current_password = TestAccounts.Password, new_password = weak });

        Assert.Equal(["new_password"], answer.Is(BadRequest).Fields);
        Assert.Contains(rule, answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_current_password_is_refused_and_counts_as_a_failed_sign_in()
    {
        await using var node = await TestNode.StartAsync("Identity:LockoutAttempts=2");
        using var client = await node.SignedInAsync("mary", "Planner");
        var wrong = new { current_password = "not this one", new_password = "another long one" };

        Assert.Equal(["current_password"], (await client.PostAsync("/session/password", wrong)).Is(BadRequest).Fields);
        Assert.Equal(["current_password"], (await client.PostAsync("/session/password", wrong)).Is(BadRequest).Fields);

        var right = new { user_name = "mary", password = TestAccounts.Password };
        var answer = await client.PostAsync("/session", right);
        Assert.Contains("locked", answer.Is(Unauthorized).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites()
    {
        await using var node = await TestNode.StartAsync();
        await TestAccounts.AddAsync(node.Host.Services, "mary");
        using var client = node.Anonymous();

        var answer = await client.PostAsync("/session", new { user_name = "mary", password = TestAccounts.Password });

        var cookie = answer.Headers["Set-Cookie"];
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Another_site_cannot_write_with_the_cookie(string header, string value)
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();

        (await client.DeleteAsync("/session", (header, value))).Is(Unauthorized);
        (await client.GetAsync("/session")).Is(OK);
    }

    [Fact]
    public async Task A_page_remembers_its_state_for_each_person()
    {
        await using var node = await TestNode.StartAsync();
        using var mary = await node.SignedInAsync("mary");
        using var john = await node.SignedInAsync("john");

        (await mary.PutAsync(
                "/session/preferences/audit", new { value = new { actor = "mary", open = new[] { 1, 2 } } }))
            .Is(NoContent);

        Assert.Equal("mary", (await mary.GetAsync("/session/preferences/audit")).At("value", "actor"));
        Assert.Equal("", (await john.GetAsync("/session/preferences/audit")).At("value"));
    }

    [Theory]
    [InlineData("""{"value": "\u0000"}""")]
    [InlineData("""{"value": {"\u0000": 1}}""")]
    [InlineData("""{"value": "\ud800"}""")]
    [InlineData("""{"value": [1e999]}""")]
    public async Task What_the_database_cannot_keep_is_refused(string body)
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.SignedInAsync("mary");

        Assert.Equal(["value"], (await client.PutAsync("/session/preferences/audit", body)).Is(BadRequest).Fields);
    }

    private static string CookieOf(TestClient client) =>
        $"muster_session={client.Cookies.GetAllCookies().Single().Value}";

    [Fact]
    public async Task A_changed_password_is_told_with_the_version_it_made()
    {
        await using var node = await TestNode.StartAsync();
        using var pia = await node.SignedInAsync("pia", "Planner");

        // Another change that is under way has the row, and is not to be seen before it commits.
        var other = node.Database.ScalarAsync(
            "WITH moved AS (UPDATE user_account SET version = version + 5 WHERE user_name = 'pia' RETURNING 1) "
            + "SELECT pg_sleep(2) FROM moved");
        await node.Database.UntilAsync("SELECT count(*) = 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' "
            + "AND datname = current_database()");
        var changed = await pia.PostAsync(
            "/session/password",
            new { current_password = TestAccounts.Password, new_password = "a better one, really" });
        await other;

        changed.Is(NoContent);
        Assert.Equal(
            await node.Database.ScalarAsync("SELECT version FROM user_account WHERE user_name = 'pia'"),
            await node.Database.ScalarAsync("SELECT entity_version FROM change WHERE entity = 'user' "
                + "ORDER BY seq DESC LIMIT 1"));
    }
}
