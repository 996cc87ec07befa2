using System.Net;
using System.Text.Json;

namespace Muster.Server.Tests.Synchronization;

/// <summary>A directory is followed: in full, and change by change.</summary>
public sealed class SynchronizationTests
{
    [Fact]
    public async Task What_the_directory_has_and_what_it_tells_later_come_in()
    {
        await using var stage = await SyncStage.SetAsync();
        await stage.SayPersonAsync("early", new
        {
            skills = new[] { new { skill = "loans", level = 7 } },
            logins = new[] { new Dictionary<string, string> { ["switch"] = "acd", ["code"] = "4711" } },
        });
        await stage.FollowAsync();

        var early = await stage.AgentAsync("early", _ => true);
        await stage.SayPersonAsync("late");
        await stage.AgentAsync("late", agent => agent.GetProperty("active").GetBoolean());

        Assert.Equal(7, early.GetProperty("skills")[0].GetProperty("level").GetInt32());
        Assert.Equal("hr", early.GetProperty("sources")[0].GetProperty("source").GetString());
        Assert.Empty(await stage.IssuesAsync());
        var run = Assert.Single(await stage.RunsAsync());
        Assert.Equal("done", run.GetProperty("state").GetString());
        Assert.Equal(8, run.GetProperty("objects").GetInt32());
    }

    [Fact]
    public async Task Termination_and_reinstatement_are_ordinary_events_with_all_their_history()
    {
        await using var stage = await SyncStage.SetAsync();
        await stage.FollowAsync();
        await stage.SayPersonAsync("eve");
        var eve = await stage.AgentAsync("eve", agent => agent.GetProperty("active").GetBoolean());

        for (var round = 0; round < 20; round++)
        {
            await stage.SayPersonAsync("eve", new { is_active = false });
            await stage.SayPersonAsync("eve", new { is_active = true });
        }

        await stage.SayPersonAsync("eve", new { is_active = false });
        await stage.AgentAsync("eve", agent =>
            !agent.GetProperty("active").GetBoolean() && agent.GetProperty("version").GetInt64() == 42);

        var history = (await stage.Client.GetAsync($"/people/{eve.GetProperty("id")}/history?limit=500"))
            .Is(HttpStatusCode.OK).Items.Select(row => row.GetProperty("kind").GetString()).ToList();
        Assert.Equal(21, history.Count(kind => kind == "terminated"));
        Assert.Equal(20, history.Count(kind => kind == "reinstated"));
        Assert.Equal("created", history[^1]);
        await stage.SayPersonAsync("eve", new { is_active = true });
        await stage.AgentAsync("eve", agent => agent.GetProperty("active").GetBoolean());
    }

    [Fact]
    public async Task Of_two_sources_that_tell_of_one_person_the_later_word_counts_and_nothing_is_told_twice()
    {
        const int Rounds = 100;
        await using var stage = await SyncStage.SetAsync();
        await stage.FollowAsync();
        await SayEveAsync(stage, true);
        var eve = (await stage.AgentAsync("eve", agent => agent.GetProperty("active").GetBoolean())).GetProperty("id");
        await stage.FollowAsync(new { name = "payroll" });
        var conflict = Assert.Single(await stage.IssuesAsync());
        (await stage.Client.PostAsync(
            $"/synchronization/issues/{conflict.GetProperty("id")}/settle", new { join_with = eve }))
            .Is(HttpStatusCode.OK);

        for (var round = 0; round < Rounds; round++)
        {
            await SayEveAsync(stage, false);
            await SayEveAsync(stage, true);
        }

        await SayEveAsync(stage, false);
        await stage.AgentAsync("eve", agent => !agent.GetProperty("active").GetBoolean()
            && agent.GetProperty("version").GetInt64() == 2 + (2 * Rounds));
        var history = (await stage.Client.GetAsync($"/people/{eve}/history?limit=500"))
            .Is(HttpStatusCode.OK).Items.Select(row => row.GetProperty("kind").GetString()).ToList();
        Assert.Equal(Rounds + 1, history.Count(kind => kind == "terminated"));
        Assert.Equal(Rounds, history.Count(kind => kind == "reinstated"));
        Assert.Equal(2, (await stage.AgentsAsync())["eve"].GetProperty("sources").GetArrayLength());
    }

    [Fact]
    public async Task Nobody_is_joined_with_somebody_of_another_company()
    {
        await using var stage = await SyncStage.SetAsync();
        await stage.SayAsync("tenants", "shop", new { name = "Shop" });
        await stage.SayPersonAsync("fay", new { tenant = "shop", site = (string?)null });
        await SayEveAsync(stage, true);
        await stage.FollowAsync();
        var fay = await stage.AgentAsync("fay", _ => true);
        await stage.FollowAsync(new { name = "payroll" });
        var conflict = (await stage.IssuesAsync())
            .First(issue => issue.GetProperty("external_id").GetString() == "eve");

        var answer = await stage.Client.PostAsync(
            $"/synchronization/issues/{conflict.GetProperty("id")}/settle",
            new { join_with = fay.GetProperty("id") });

        Assert.Contains("of the same company", answer.Is(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_tells_what_a_run_would_do_and_does_nothing()
    {
        await using var stage = await SyncStage.SetAsync();
        await stage.SayPersonAsync("gus");
        await stage.FollowAsync(new { level = 1 });

        var run = await stage.RunAsync("plan");

        Assert.Equal("done", run.GetProperty("state").GetString());
        Assert.Contains("0 would change", run.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Empty(await stage.AgentsAsync());
    }

    [Fact]
    public async Task The_level_decides_whose_agents_come_in_and_an_assignment_counts_at_once()
    {
        await using var stage = await SyncStage.SetAsync();
        await stage.SayPersonAsync("hal", new { skills = new[] { new { skill = "cards", level = 3 } } });
        await stage.SayPersonAsync("ida", new { site = "south" });
        await stage.FollowAsync(new { level = 1 });
        Assert.Empty(await stage.AgentsAsync());
        Assert.Empty((await stage.Client.GetAsync("/organization/skills")).Items);

        var unit = await Organization.UnitAsync(stage.Client);
        await Organization.AssignAsync(stage.Client, "North", new { assignment = "here", management_unit_id = unit });

        var hal = await stage.AgentAsync("hal", agent =>
            agent.GetProperty("management_unit_id").ValueKind == JsonValueKind.String);
        Assert.Equal(unit, hal.GetProperty("management_unit_id").GetGuid());
        Assert.Single(await stage.AgentsAsync());
        Assert.Equal(
            ["Cards"],
            (await stage.Client.GetAsync("/organization/skills")).Items.Select(skill =>
                skill.GetProperty("name").GetString()));
        await Organization.AssignAsync(
            stage.Client, "North", new { assignment = "elsewhere", management_unit_id = (Guid?)null });
        await SyncStage.UntilAsync(async () => (await stage.AgentsAsync()).Count == 0 ? null : "still there");
    }

    [Fact]
    public async Task Another_level_counts_for_those_too_of_whom_there_is_no_news()
    {
        await using var stage = await SyncStage.SetAsync();
        await stage.SayPersonAsync("max");
        await stage.FollowAsync(new { level = 1 });
        Assert.Empty(await stage.AgentsAsync());

        await stage.ChangeAsync(new { level = 2 });
        await stage.AgentAsync("max", agent => agent.GetProperty("active").GetBoolean());

        await stage.ChangeAsync(new { level = 1 });
        await SyncStage.UntilAsync(async () => (await stage.AgentsAsync()).Count == 0 ? null : "still there");
    }

    [Fact]
    public async Task A_site_that_is_assigned_while_nobody_follows_the_source_counts_when_somebody_does()
    {
        await using var stage = await SyncStage.SetAsync();
        await stage.SayPersonAsync("ned");
        await stage.FollowAsync(new { timeout_minutes = 0 });
        await stage.AgentAsync("ned", _ => true);
        await stage.ChangeAsync(new { level = 0 });

        var unit = await Organization.UnitAsync(stage.Client);
        await Organization.AssignAsync(stage.Client, "North", new { assignment = "here", management_unit_id = unit });
        await stage.ChangeAsync(new { level = 2 });

        await stage.AgentAsync("ned", agent => agent.GetProperty("management_unit_id").ToString() == unit.ToString());
    }

    [Fact]
    public async Task The_brake_stops_a_run_that_would_end_too_many_and_a_word_releases_it()
    {
        await using var stage = await SyncStage.SetAsync();
        for (var number = 0; number < 30; number++)
        {
            await stage.SayPersonAsync($"p{number:00}");
        }

        await stage.FollowAsync(new { timeout_minutes = 0 });
        await stage.Node.Database.ScalarAsync(
            "UPDATE directory.entry SET deleted_at = now() WHERE kind = 'person' AND external_id < 'p20'");

        var held = await stage.RunAsync("full");
        Assert.Equal("held", held.GetProperty("state").GetString());
        Assert.Equal(30, (await stage.AgentsAsync("&status=active")).Count);
        var detail = (await stage.Client.GetAsync($"/synchronization/runs/{held.GetProperty("id")}"))
            .Is(HttpStatusCode.OK);
        Assert.Equal(20, detail.Body.GetProperty("findings").GetArrayLength());

        (await stage.Client.PostAsync($"/synchronization/runs/{held.GetProperty("id")}/approve", null))
            .Is(HttpStatusCode.Accepted);
        await SyncStage.UntilAsync(async () =>
            (await stage.AgentsAsync("&status=active")).Count == 10 ? null : "they still work");
        (await stage.Client.PostAsync($"/synchronization/runs/{held.GetProperty("id")}/approve", null))
            .Is(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_is_set_by_hand_stays_until_it_is_taken_back()
    {
        await using var stage = await SyncStage.SetAsync();
        await stage.FollowAsync();
        await stage.SayPersonAsync("joe");
        var joe = await stage.AgentAsync("joe", agent => agent.GetProperty("active").GetBoolean());
        var path = $"/people/{joe.GetProperty("id")}";

        var ended = (await stage.Client.PatchAsync(
            path, new { terminate_on = "2026-01-01" }, ("If-Match", $"\"{joe.GetProperty("version")}\"")))
            .Is(HttpStatusCode.OK);
        await stage.SayPersonAsync("joe", new { first_name = "Joseph" });
        var renamed = await stage.AgentAsync("joe", agent => agent.GetProperty("first_name").GetString() == "Joseph");

        Assert.Equal("employment", ended.Body.GetProperty("overrides")[0].GetProperty("field").GetString());
        Assert.False(renamed.GetProperty("active").GetBoolean());
        Assert.Equal("employment", renamed.GetProperty("overridden")[0].GetString());

        var back = (await stage.Client.DeleteAsync(
            $"{path}/overrides/employment", ("If-Match", $"\"{renamed.GetProperty("version")}\"")))
            .Is(HttpStatusCode.OK);
        Assert.True(back.Body.GetProperty("agent").GetProperty("active").GetBoolean());
    }

    [Fact]
    public async Task What_comes_to_light_when_an_override_is_taken_back_is_noted_for_people()
    {
        await using var stage = await SyncStage.SetAsync();
        await stage.FollowAsync();
        await stage.SayPersonAsync("joe");
        var joe = await stage.AgentAsync("joe", agent => agent.GetProperty("active").GetBoolean());
        var path = $"/people/{joe.GetProperty("id")}";
        var byHand = (await stage.Client.PatchAsync(
            path, new { terminate_on = "2026-01-01", employee_number = "x-1" },
            ("If-Match", $"\"{joe.GetProperty("version")}\""))).Is(HttpStatusCode.OK);
        Assert.Empty(await stage.IssuesAsync());

        (await stage.Client.DeleteAsync($"{path}/overrides/employment", ("If-Match", byHand.ETag)))
            .Is(HttpStatusCode.OK);

        var issue = Assert.Single(await stage.IssuesAsync());
        Assert.Equal("review", issue.GetProperty("kind").GetString());
        Assert.Equal(joe.GetProperty("id").GetString(), issue.GetProperty("agent_id").GetString());
        Assert.Contains("x-1", issue.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_follow_their_agents_and_are_made_on_purpose_without_rights()
    {
        await using var stage = await SyncStage.SetAsync();
        var old = new { user_name = "Kim", display_name = "K", email = "k@old.org", grants = Array.Empty<object>() };
        (await stage.Client.PostAsync("/users", old)).Is(HttpStatusCode.Created);
        await stage.FollowAsync();

        await stage.SayPersonAsync("kim", new { user_name = "kim", email = "kim@bank.example" });
        await stage.SayPersonAsync("lou", new { user_name = "lou", email = "lou@bank.example" });
        var lou = await stage.AgentAsync("lou", _ => true);

        var users = (await stage.Client.GetAsync("/users")).Items;
        var kim = users.Single(user => user.GetProperty("user_name").GetString() == "Kim");
        Assert.Equal("Anna kim", kim.GetProperty("display_name").GetString());
        Assert.Equal("kim@bank.example", kim.GetProperty("email").GetString());
        Assert.DoesNotContain(users, user => user.GetProperty("user_name").GetString() == "lou");

        var made = (await stage.Client.PostAsync(
            "/people/users", new { agents = new[] { lou.GetProperty("id").GetString() } })).Is(HttpStatusCode.Created);
        var password = made.Body.GetProperty("made")[0].GetProperty("first_password").GetString();
        using var person = stage.Node.Anonymous();
        (await person.PostAsync("/session", new { user_name = "lou", password })).Is(HttpStatusCode.OK);
        (await person.GetAsync("/people")).Is(HttpStatusCode.Forbidden);
        var again = (await stage.Client.PostAsync(
            "/people/users", new { agents = new[] { lou.GetProperty("id").GetString() } })).Is(HttpStatusCode.Created);
        var refused = again.Body.GetProperty("refused")[0].GetProperty("reason").GetString();
        Assert.Contains("is taken", refused, StringComparison.Ordinal);
    }

    // Nowhere in particular: each source has sites of its own.
    private static Task SayEveAsync(SyncStage stage, bool isActive) =>
        stage.SayPersonAsync("eve", new { is_active = isActive, site = (string?)null });
}
