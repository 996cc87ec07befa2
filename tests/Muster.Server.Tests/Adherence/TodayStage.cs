using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Domain.People;
using Muster.Server.People;
using Muster.Server.Tests.Events;
using Muster.Server.Tests.Schedules;
using Muster.Storage;
using Muster.Storage.People;
using Muster.Storage.Schedules;

namespace Muster.Server.Tests.Adherence;

/// <summary>Two nodes with rules for the states of a telephone system. Each test has a unit of its own.</summary>
public sealed class TodayStage : IAsyncLifetime
{
    public const string Ready = "ready";
    public const string Eating = "eating";

    private static readonly object[] Mappings =
    [
        Mapping("acd", Ready, "on_queue"), Mapping("acd", Eating, "meal"), Mapping("quiet", Eating, "meal"),
        Mapping("slow", Ready, "on_queue"), Mapping("slow", Eating, "meal"),
    ];

    private ScheduleStage _schedules = null!;
    private int _position;
    private int _agents;

    public TestCluster Cluster => _schedules.Cluster;

    public IReadOnlyList<TestClient> Clients => _schedules.Clients;

    public TestClient Client => Clients[0];

    /// <summary>By the database's clock, to the minute: what is told lies before.</summary>
    public DateTimeOffset Now { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _schedules = await ScheduleStage.SetAsync(nodes: 2);
        Now = new DateTimeOffset((DateTime)(await Cluster.Nodes[0].Database.ScalarAsync(
            "SELECT date_trunc('minute', clock_timestamp())"))!);
        (await Client.PutAsync($"/adherence/rules/{_schedules.Business}/entries/always", new
        {
            mappings = Mappings,
        }, ("If-Match", "\"0\""))).Is(HttpStatusCode.OK);
    }

    public Task<Guid> UnitAsync() => _schedules.MakeUnitAsync($"Unit {Guid.NewGuid():n}");

    /// <summary>An agent who is on the telephone from two hours ago, for ten hours.</summary>
    /// <returns>The id, and what events call the agent.</returns>
    public async Task<(Guid Id, string Name)> HireAsync(Guid unit)
    {
        var name = $"agent.{++_agents}";
        var id = await _schedules.HireAsync($"{_agents}", name, unit);
        await ChangeAsync(unit, Shift(id));
        return (id, name);
    }

    /// <summary>As when two agents turn out to be one person.</summary>
    public async Task RemoveAsync(Guid agent, DateTimeOffset at)
    {
        var services = Cluster.Nodes[0].Host.Services;
        await using var transaction = await services.GetRequiredService<Database>().BeginAsync(
            new WriteContext(Actor.Muster("test"), Now, "test"), default);
        var store = services.GetRequiredService<AgentStore>();
        var known = Assert.Single(await store.LockAsync(transaction, [new AgentId(agent)], default));
        var gone = known with { RemovedAt = at, Version = known.Version + 1 };
        await store.PutAsync(transaction, [gone], default);
        PeopleScope.Record(transaction, gone);
        await transaction.CommitAsync(default);
    }

    /// <returns>The version that the change made, when every node has it.</returns>
    public async Task<long> ChangeAsync(Guid unit, object edit) =>
        (await Client.PostAsync($"/schedules/units/{unit}/edits", new { edits = new[] { edit } }))
        .Is(HttpStatusCode.OK).Body.GetProperty("version").GetInt64();

    /// <summary>Says, as one node does after midnight, that it is another day.</summary>
    /// <returns>The version of the schedules that says so.</returns>
    public async Task<long> PassDayAsync()
    {
        var database = Cluster.Nodes[0].Host.Services.GetRequiredService<Database>();
        await using var transaction = await database.BeginAsync(
            new WriteContext(Actor.Muster("test"), Now, "test"), default);
        transaction.Record(ScheduleStore.Scope, new Change(
            ScheduleContent.Window, Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 1, ChangeOperation.Put));
        await transaction.CommitAsync(default);
        return (long)(await Cluster.Nodes[0].Database.ScalarAsync(
            $"SELECT version FROM scope WHERE name = '{ScheduleStore.Scope}'"))!;
    }

    public object Shift(Guid agent) => new
    {
        op = "replace",
        agent_id = agent,
        day = DayOf(Minute(-120)),
        activities = new[]
        {
            new { layer = "work", start = Text(Minute(-120)), minutes = 600, activity_code_id = _schedules.Work },
        },
    };

    /// <summary>On the telephone from noon of a day on, for four hours.</summary>
    public object ShiftOf(Guid agent, int daysAfter) => new
    {
        op = "replace",
        agent_id = agent,
        day = DayOf(Now.AddDays(daysAfter)),
        activities = new[]
        {
            new { layer = "work", start = Text(NoonOf(daysAfter)), minutes = 240, activity_code_id = _schedules.Work },
        },
    };

    /// <summary>Noon of UTC, so many days after today.</summary>
    public DateTimeOffset NoonOf(int daysAfter) => new(Now.UtcDateTime.Date.AddDays(daysAfter).AddHours(12), default);

    /// <summary>States count as something from now on, for all days.</summary>
    public async Task MapAsync(string state, string meaning)
    {
        var path = $"/adherence/rules/{_schedules.Business}";
        var before = (await Client.GetAsync(path)).Is(HttpStatusCode.OK);
        object[] mappings = [.. Mappings, Mapping("acd", state, meaning)];
        (await Client.PutAsync($"{path}/entries/always", new { mappings }, ("If-Match", before.ETag!)))
            .Is(HttpStatusCode.OK);
    }

    /// <summary>Lunch, from so many minutes after now.</summary>
    public object Lunch(Guid agent, int from, int minutes) => new
    {
        op = "add",
        agent_id = agent,
        day = DayOf(Minute(-120)),
        layer = "inside",
        start = Text(Minute(from)),
        minutes,
        activity_code_id = _schedules.Lunch,
    };

    /// <summary>An agent has been in a state since so many minutes after now.</summary>
    public Task TellAsync(string agent, string state, int minute, string source = "acd") =>
        TellAsync(agent, state, Minute(minute), source);

    public async Task TellAsync(string agent, string state, DateTimeOffset at, string source = "acd") =>
        (await EventStage.SendAsync(Client, source, [$$"""
            {"position":{{++_position}},"at":"{{Text(at)}}","agent":"{{agent}}","state":"{{state}}"}
            """.Trim()])).Is(HttpStatusCode.OK);

    /// <summary>The same of a source that has told so far, and no further.</summary>
    public async Task TellBehindAsync(string agent, string state, int minute, string source) =>
        (await Client.SendAsync(
            HttpMethod.Post, $"/events?source={source}&told_until={Text(Minute(minute))}", EventStage.Lines($$"""
                {"position":{{++_position}},"at":"{{Text(Minute(minute))}}","agent":"{{agent}}","state":"{{state}}"}
                """))).Is(HttpStatusCode.OK);

    public static async Task<JsonElement> WallAsync(TestClient client, Guid unit) =>
        (await client.GetAsync($"/adherence/agents?unit_id={unit}")).Is(HttpStatusCode.OK).Body;

    /// <summary>How the only agent of a unit stands, on a wall.</summary>
    public static async Task<JsonElement> OnlyAsync(TestClient client, Guid unit) =>
        Assert.Single((await WallAsync(client, unit)).GetProperty("agents").EnumerateArray());

    /// <summary>Waits until the only agent of a unit stands so, on every node.</summary>
    public async Task UntilAsync(Guid unit, string verdict, string rule)
    {
        foreach (var client in Clients)
        {
            await TestCluster.UntilAsync(client, $"/adherence/agents?unit_id={unit}", wall =>
                wall.GetProperty("agents").EnumerateArray().SingleOrDefault() is { ValueKind: JsonValueKind.Object } one
                && (Text(one, "verdict"), Text(one, "rule")) == (verdict, rule));
        }
    }

    public DateTimeOffset Minute(int after) => Now.AddMinutes(after);

    public static string Text(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    /// <summary>The day that it is in Berlin.</summary>
    public static string DayOf(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(at, "Europe/Berlin")
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static object Mapping(string source, string state, string meaning) =>
        new { source, state, counts_as = meaning };

    public async ValueTask DisposeAsync()
    {
        foreach (var client in Clients)
        {
            client.Dispose();
        }

        await _schedules.DisposeAsync();
    }
}
