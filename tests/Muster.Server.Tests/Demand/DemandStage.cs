using System.Net;
using System.Text.Json;
using Muster.Testing;

namespace Muster.Server.Tests.Demand;

/// <summary>A node with a business unit in Berlin, a planning group of one queue, and a planner of both.</summary>
internal sealed class DemandStage(TestNode node, TestClient client) : IAsyncDisposable
{
    public const string Queue = "loans";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public TestNode Node => node;

    public TestClient Client => client;

    public Guid Tenant { get; private set; }

    public Guid Unit { get; private set; }

    public Guid Group { get; private set; }

    /// <param name="settings">Options as <c>Area:Name=value</c>.</param>
    public static async Task<DemandStage> SetAsync(params string[] settings)
    {
        var node = await TestNode.StartAsync(
            ["Limit:RequestsPerMinute=10000000", "Limit:Burst=1000000", .. settings]);
        var stage = new DemandStage(node, await node.AdministratorAsync());
        stage.Tenant = await stage.MakeAsync("tenants", new { name = "Bank" });
        stage.Unit = await stage.MakeAsync(
            "business-units", new { name = "Germany", tenant_id = stage.Tenant, zone = "Europe/Berlin" });
        stage.Group = await stage.MakeGroupAsync("Loans", Queue);
        return stage;
    }

    public Task<Guid> MakeGroupAsync(string name, string queue) => MakeAsync("planning-groups", new
    {
        name,
        business_unit_id = Unit,
        channel = "voice",
        queues = new[] { new { id = queue, name } },
    });

    /// <summary>Half-hour rows from 8 to 18 o'clock on weekdays, busier in the morning and on Mondays.</summary>
    public async Task<JsonElement> TellAsync(DateOnly from, int weeks, string queue = Queue)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var rows = Enumerable.Range(0, weeks * 7).Select(from.AddDays)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .SelectMany(day => Enumerable.Range(16, 20).Select(half =>
            {
                var local = day.ToDateTime(new TimeOnly(half / 2, half % 2 * 30));
                var contacts = VolumeOf(day, half);
                return new
                {
                    queue,
                    start = new DateTimeOffset(local, berlin.GetUtcOffset(local)),
                    offered = contacts,
                    handled = contacts,
                    handle_seconds = contacts * 200.0,
                };
            })).ToList();
        return (await client.PostAsync("/history/rows", new { business_unit_id = Unit, minutes = 30, rows }))
            .Is(HttpStatusCode.OK).Body;
    }

    public static double VolumeOf(DateOnly day, int half) =>
        (half < 24 ? 60 : 30) + (day.DayOfWeek == DayOfWeek.Monday ? 20 : 0);

    /// <summary>Asks for a forecast and waits for its end.</summary>
    public async Task<JsonElement> ForecastAsync(object? more = null)
    {
        var asked = await AskAsync(more);
        JsonElement forecast = default;
        await Until.FineAsync(Patience, async () =>
        {
            forecast = (await client.GetAsync($"/forecasts/{asked.GetProperty("id")}")).Is(HttpStatusCode.OK).Body;
            return forecast.GetProperty("state").GetString() is "queued" or "running" ? forecast.ToString() : null;
        });
        return forecast;
    }

    public async Task<JsonElement> AskAsync(object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(new { business_unit_id = Unit, name = "Plan", weeks = 2 })!
            .AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        return (await client.PostAsync("/forecasts", body)).Is(HttpStatusCode.Accepted).Body;
    }

    public async Task<JsonElement> PartAsync(JsonElement forecast) =>
        (await client.GetAsync(PathOf(forecast))).Is(HttpStatusCode.OK).Body;

    public string PathOf(JsonElement forecast) => $"/forecasts/{forecast.GetProperty("id")}/groups/{Group}";

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await node.DisposeAsync();
    }

    public async Task<Guid> MakeAsync(string kind, object body) =>
        (await client.PostAsync($"/organization/{kind}", body)).Is(HttpStatusCode.Created)
        .Body.GetProperty("id").GetGuid();
}
