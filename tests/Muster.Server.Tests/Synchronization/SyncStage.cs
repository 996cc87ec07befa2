using System.Net;
using System.Text.Json;
using Muster.Testing;

namespace Muster.Server.Tests.Synchronization;

/// <summary>A node with its own directory, a bank in that, and an administrator of both.</summary>
internal sealed class SyncStage(TestNode node, TestClient client) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public TestNode Node => node;

    public TestClient Client => client;

    public Guid Source { get; private set; }

    public static async Task<SyncStage> SetAsync(params string[] settings)
    {
        var node = await TestNode.StartAsync([.. settings, "Limit:RequestsPerMinute=10000000", "Limit:Burst=1000000"]);
        var stage = new SyncStage(node, await node.AdministratorAsync());
        await stage.SayAsync("tenants", "bank", new { name = "Bank" });
        await stage.SayAsync(
            "time-zones", "cet", new { tenant = "bank", name = "Head office", zone = "Europe/Berlin" });
        await stage.SayAsync("switches", "acd", new { tenant = "bank", name = "ACD" });
        await stage.SayAsync("skills", "loans", new { tenant = "bank", name = "Loans" });
        await stage.SayAsync("skills", "cards", new { tenant = "bank", name = "Cards" });
        await stage.SayAsync("sites", "north", new { tenant = "bank", name = "North", time_zone = "cet" });
        await stage.SayAsync("sites", "south", new { tenant = "bank", name = "South", time_zone = "cet" });
        return stage;
    }

    /// <summary>Defines the source and waits until it is followed.</summary>
    public async Task FollowAsync(object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(new { name = "hr", type = "directory" })!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        var made = (await client.PostAsync("/synchronization/sources", body.ToJsonString())).Is(HttpStatusCode.Created);
        Source = made.Body.GetProperty("id").GetGuid();
        await UntilAsync(async () => await StateAsync() is "following" ? null : $"not followed: {await TellAsync()}");
    }

    /// <summary>Changes how the source is followed.</summary>
    public async Task ChangeAsync(object change)
    {
        var version = (await MineAsync()).GetProperty("version").GetInt64();
        (await client.PatchAsync($"/synchronization/sources/{Source}", change, ("If-Match", $"\"{version}\"")))
            .Is(HttpStatusCode.OK);
    }

    public async Task SayAsync(string kind, string id, object content) => Assert.True(
        (await client.PutAsync($"/directory/{kind}/{id}", content)).Status
            is HttpStatusCode.OK or HttpStatusCode.Created,
        $"{kind} {id} was refused.");

    public Task SayPersonAsync(string id, object? more = null)
    {
        var person = JsonSerializer.SerializeToNode(
            new { tenant = "bank", first_name = "Anna", last_name = id, employee_number = $"n-{id}", site = "north" })!
            .AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject())
        {
            person[name] = value?.DeepClone();
        }

        return SayAsync("people", id, person);
    }

    /// <summary>The agents, by last name.</summary>
    public async Task<IReadOnlyDictionary<string, JsonElement>> AgentsAsync(string query = "") =>
        (await client.GetAsync($"/people?limit=500{query}")).Is(HttpStatusCode.OK).Items
        .ToDictionary(agent => agent.GetProperty("last_name").GetString()!);

    /// <summary>Waits until something holds of an agent, and answers the agent.</summary>
    public async Task<JsonElement> AgentAsync(string lastName, Func<JsonElement, bool> holds)
    {
        JsonElement found = default;
        await UntilAsync(async () =>
        {
            var agents = await AgentsAsync();
            found = agents.GetValueOrDefault(lastName);
            return found.ValueKind == JsonValueKind.Object && holds(found)
                ? null
                : $"{lastName} is {found}; {await TellAsync()}";
        });
        return found;
    }

    public async Task<string> StateAsync() => (await MineAsync()).GetProperty("state").GetString()!;

    public async Task<IReadOnlyList<JsonElement>> IssuesAsync() =>
        (await client.GetAsync("/synchronization/issues")).Is(HttpStatusCode.OK).Items;

    public async Task<IReadOnlyList<JsonElement>> RunsAsync() =>
        (await client.GetAsync($"/synchronization/sources/{Source}/runs")).Is(HttpStatusCode.OK).Items;

    /// <summary>Asks for a run and waits for its end.</summary>
    public async Task<JsonElement> RunAsync(string kind)
    {
        var before = (await RunsAsync()).Count(run => run.GetProperty("kind").GetString() == kind);
        (await client.PostAsync($"/synchronization/sources/{Source}/runs", new { kind })).Is(HttpStatusCode.Accepted);
        JsonElement run = default;
        await UntilAsync(async () =>
        {
            var runs = (await RunsAsync()).Where(row => row.GetProperty("kind").GetString() == kind).ToList();
            run = runs.FirstOrDefault();
            return runs.Count > before && run.GetProperty("state").GetString() != "running" ? null : "still running";
        });
        return run;
    }

    public static async Task UntilAsync(Func<Task<string?>> amiss) => await Until.FineAsync(Patience, amiss);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await node.DisposeAsync();
    }

    private async Task<JsonElement> MineAsync() =>
        (await client.GetAsync("/synchronization/sources")).Is(HttpStatusCode.OK).Items
        .Single(source => source.GetProperty("id").GetGuid() == Source);

    private async Task<string> TellAsync() => (await MineAsync()).ToString();
}
