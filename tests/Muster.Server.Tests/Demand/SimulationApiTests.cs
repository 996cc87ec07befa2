using System.Net;
using System.Text.Json;
using Muster.Server.Tests.Scheduling;

namespace Muster.Server.Tests.Demand;

/// <summary>Planning groups that share agents with several skills.</summary>
public sealed class SimulationApiTests
{
    private static readonly DateOnly Begin = new(2026, 3, 2);

    [Fact]
    public async Task Together_they_need_fewer_than_each_alone_and_reach_their_goals()
    {
        await using var stage = await DemandStage.SetAsync();
        var (forecast, other) = await TwoAsync(stage);
        object body = new
        {
            date = "2026-03-31",
            time = "09:00",
            agent_groups = new object[]
            {
                new { name = "both", planning_group_ids = new[] { stage.Group, other } },
            },
        };

        var answer = (await stage.Client.PostAsync($"{PathOf(forecast)}/requirement", body)).Is(HttpStatusCode.OK);

        var needed = answer.Body;
        Assert.Equal(JsonValueKind.Null, needed.GetProperty("reason").ValueKind);
        Assert.Equal(30, needed.GetProperty("minutes").GetInt32());
        var alone = needed.GetProperty("planning_groups").EnumerateArray()
            .Select(group => group.GetProperty("alone_agents").GetInt32()).ToArray();
        Assert.All(alone, agents => Assert.InRange(agents, 8, 12));
        Assert.Equal(alone.Sum(), needed.GetProperty("alone_agents").GetInt32());
        Assert.InRange(needed.GetProperty("agents").GetInt32(), 14, alone.Sum() - 1);
        Assert.All(needed.GetProperty("planning_groups").EnumerateArray(), group =>
        {
            var level = group.GetProperty("served").GetProperty("service_level");
            Assert.InRange(level.GetProperty("value").GetDouble(), 0.8, 1);
            Assert.InRange(level.GetProperty("half_width").GetDouble(), 0, 0.05);
        });
        Assert.Equal(
            answer.Body.ToString(),
            (await stage.Client.PostAsync($"{PathOf(forecast)}/requirement", body)).Body.ToString());
    }

    [Theory]
    [InlineData("03:00", "08:00", "08:30")]
    [InlineData("09:10", "09:00", "09:30")]
    [InlineData("17:30", "17:30", null)]
    public async Task The_interval_is_the_one_of_that_time_or_the_next_that_has_contacts(
        string time, string begins, string? next)
    {
        await using var stage = await DemandStage.SetAsync();
        var (forecast, _) = await TwoAsync(stage);

        var needed = (await stage.Client.PostAsync($"{PathOf(forecast)}/requirement", new
        {
            date = "2026-03-31",
            time,
            calls = 10_000,
            agent_groups = new[] { new { name = "loans", planning_group_ids = new[] { stage.Group } } },
        })).Is(HttpStatusCode.OK).Body;

        Assert.Equal(
            (begins, next),
            (needed.GetProperty("time").GetString(), needed.GetProperty("next_time").GetString()));
    }

    [Fact]
    public async Task One_group_alone_needs_what_Erlang_says()
    {
        await using var stage = await DemandStage.SetAsync();
        var (forecast, _) = await TwoAsync(stage);

        var needed = (await stage.Client.PostAsync($"{PathOf(forecast)}/requirement", new
        {
            date = "2026-03-31",
            time = "09:00",
            calls = 200_000,
            agent_groups = new[] { new { name = "loans", planning_group_ids = new[] { stage.Group } } },
        })).Is(HttpStatusCode.OK).Body;

        Assert.Equal(needed.GetProperty("alone_agents").GetInt32(), needed.GetProperty("agents").GetInt32());
    }

    [Fact]
    public async Task Given_agents_reach_what_they_reach_and_fewer_reach_less()
    {
        await using var stage = await DemandStage.SetAsync();
        var (forecast, other) = await TwoAsync(stage);

        object Body(int agents) => new
        {
            date = "2026-03-31",
            from = "09:00",
            to = "11:00",
            agent_groups = new object[]
            {
                new { name = "loans", planning_group_ids = new[] { stage.Group }, agents },
                new { name = "both", planning_group_ids = new[] { stage.Group, other }, agents = 8 },
            },
        };

        async Task<JsonElement> WithAsync(int agents) =>
            (await stage.Client.PostAsync($"{PathOf(forecast)}/what-if", Body(agents))).Is(HttpStatusCode.OK).Body;

        var (many, few) = (await WithAsync(10), await WithAsync(6));

        Assert.Equal(120, many.GetProperty("minutes").GetInt32());
        Assert.True(many.GetProperty("replications").GetInt32() >= 50);
        Assert.InRange(Value(many, "offered"), 460, 500);
        Assert.True(Value(many, "service_level") > Value(few, "service_level") + 0.1);
        Assert.True(Value(many, "answer_seconds") < Value(few, "answer_seconds"));
        Assert.Equal(0, Value(many, "abandonment"));
        Assert.All(many.GetProperty("agent_groups").EnumerateArray(), group => Assert.InRange(
            group.GetProperty("occupancy").GetProperty("value").GetDouble(), 0.4, 1));
        Assert.InRange(many.GetProperty("planning_groups")[0].GetProperty("contacts").GetDouble(), 230, 250);
    }

    [Fact]
    public async Task Whom_nobody_serves_is_told_by_name()
    {
        await using var stage = await DemandStage.SetAsync();
        var (forecast, _) = await TwoAsync(stage);

        var answer = (await stage.Client.PostAsync($"{PathOf(forecast)}/what-if", new
        {
            date = "2026-03-31",
            from = "09:00",
            to = "09:30",
            agent_groups = new[] { new { name = "none", planning_group_ids = new[] { stage.Group }, agents = 0 } },
        })).Is(HttpStatusCode.OK).Body;

        Assert.Contains("Loans", answer.GetProperty("remarks")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("agent_groups")[0].GetProperty("occupancy").ValueKind);
    }

    [Theory]
    [InlineData("requirement", """{"date": "2026-03-31", "time": "18:00", "agent_groups": [G]}""", "time")]
    [InlineData("requirement", """{"date": "2027-03-31", "time": "09:00", "agent_groups": [G]}""", "date")]
    [InlineData("requirement", """{"date": "2026-03-31", "time": "09:00", "agent_groups": []}""", "agent_groups")]
    [InlineData("requirement", """{"date": "2026-03-31", "time": "09:00", "agent_groups": [G], "calls": 5}""", "calls")]
    [InlineData("what-if", """{"date": "2026-03-31", "from": "11:00", "to": "09:00", "agent_groups": [G]}""", "to")]
    [InlineData("what-if", """{"date": "2026-03-31", "from": "22:00", "agent_groups": [G]}""", "from")]
    [InlineData("what-if", """{"date": "2026-03-31", "agent_groups": [G, G]}""", "agent_groups[1].name")]
    [InlineData("what-if", """{"date": "2026-03-31", "agent_groups": [U]}""", "agent_groups")]
    [InlineData("what-if", """{"date": "2026-03-31", "agent_groups": [G], "volume_percent": 0}""", "volume_percent")]
    public async Task What_is_wrong_is_named(string what, string body, string field)
    {
        await using var stage = await DemandStage.SetAsync();
        var (forecast, _) = await TwoAsync(stage);
        var group = $$"""{"name": "a", "planning_group_ids": ["{{stage.Group}}"], "agents": 3}""";
        var unknown = $$"""{"name": "a", "planning_group_ids": ["{{Guid.NewGuid()}}"], "agents": 3}""";
        var text = body.Replace("G", group, StringComparison.Ordinal).Replace("U", unknown, StringComparison.Ordinal);

        var answer = await stage.Client.PostAsync(
            $"{PathOf(forecast)}/{what}", JsonSerializer.Deserialize<JsonElement>(text));

        Assert.Equal([field], answer.Is(HttpStatusCode.BadRequest).Fields);
    }

    [Fact]
    public async Task Chats_at_once_and_unknown_handle_times_are_refused_with_the_group()
    {
        await using var stage = await DemandStage.SetAsync();
        var (forecast, _) = await TwoAsync(stage);
        (await stage.Client.PatchAsync(
            stage.PathOf(forecast), new { staffing = new { at_once = 3 } }, ("If-Match", "\"2\"")))
            .Is(HttpStatusCode.OK);

        var answer = (await stage.Client.PostAsync($"{PathOf(forecast)}/what-if", new
        {
            date = "2026-03-31",
            agent_groups = new[] { new { name = "a", planning_group_ids = new[] { stage.Group }, agents = 3 } },
        })).Is(HttpStatusCode.BadRequest);

        Assert.Equal(["agent_groups"], answer.Fields);
        Assert.Contains("Loans, which has 3 chats at once", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_listed_by_whom_they_can_serve()
    {
        await using var stage = await BuildStage.SetAsync();
        var skill = await stage.Demand.MakeAsync("skills", new { name = "Cards", tenant_id = stage.Demand.Tenant });
        await stage.Demand.MakeAsync("planning-groups", new
        {
            name = "Cards",
            business_unit_id = stage.Demand.Unit,
            channel = "voice",
            queues = new[] { new { id = "cards", name = "Cards" } },
            required_skills = new[] { new { skill_id = skill, minimum_level = 0 } },
        });
        await stage.HireAsync("One");
        await stage.HireAsync("Two");

        var path = $"/forecasts/{stage.Forecast}/simulation/agent-groups";
        var found = await stage.Client.GetAsync($"{path}?date=2026-03-02");
        var before = await stage.Client.GetAsync($"{path}?date=2025-03-02");

        var group = Assert.Single(found.Is(HttpStatusCode.OK).Items);
        Assert.Equal(("Loans", 2), (group.GetProperty("name").GetString(), group.GetProperty("people").GetInt32()));
        Assert.Equal(stage.Demand.Group, group.GetProperty("planning_group_ids")[0].GetGuid());
        Assert.Empty(before.Is(HttpStatusCode.OK).Items);
    }

    /// <summary>Two planning groups with the same history; no end of patience, 200 s of handle time.</summary>
    private static async Task<(JsonElement Forecast, Guid Other)> TwoAsync(DemandStage stage)
    {
        var other = await stage.MakeGroupAsync("Cards", "cards");
        await stage.TellAsync(Begin, 4);
        await stage.TellAsync(Begin, 4, "cards");
        return (await stage.ForecastAsync(), other);
    }

    private static string PathOf(JsonElement forecast) => $"/forecasts/{forecast.GetProperty("id")}/simulation";

    private static double Value(JsonElement answer, string figure) =>
        answer.GetProperty("all").GetProperty(figure).GetProperty("value").GetDouble();
}
