using System.Net;
using System.Text.Json;
using Muster.Faults.Tests.Nodes;
using Muster.Testing;

namespace Muster.Faults.Tests;

/// <summary>The node that makes a forecast goes away in the middle of it.</summary>
public sealed class ForecasterTests
{
    private const int Groups = 60;
    private const int Weeks = 30;
    private static readonly string[] All = ["a", "b"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_forecast_whose_node_is_killed_is_made_by_another_from_the_beginning()
    {
        await using var cluster = await ProcessCluster.StartAsync(All);
        var forecast = await AskAsync(cluster);
        await Until.FineAsync(Patience, async () =>
            Done(await ReadAsync(cluster, "a", forecast)) > 0 ? null : "Nothing is made yet.");
        var maker = (await cluster.LookAsync(cluster["a"])).DutyOf("forecasting")!.Holder!;
        var other = All.Single(name => name != maker);

        await cluster[maker].Muster.KillAsync();

        Assert.Equal("running", State(await ReadAsync(cluster, other, forecast)));
        Told.Took("made by another", await Until.FineAsync(Patience, async () =>
            await ReadAsync(cluster, other, forecast) is var now && State(now) == "done" ? null : now.ToString()));
        Assert.Equal(Groups, Done(await ReadAsync(cluster, other, forecast)));
        Assert.Equal(
            $"{Groups}", $"{await cluster.Database.ScalarAsync("SELECT count(machine) FROM muster.forecast_group")}");
    }

    // Many groups of one queue, so that it takes a while.
    private static async Task<Guid> AskAsync(ProcessCluster cluster)
    {
        var tenant = await cluster.MakeAsync("tenants", new { name = "Bank" });
        var unit = await cluster.MakeAsync(
            "business-units", new { name = "Bank", tenant_id = tenant, zone = "Europe/Berlin" });
        for (var group = 0; group < Groups; group++)
        {
            await cluster.MakeAsync("planning-groups", new
            {
                name = $"Group {group}",
                business_unit_id = unit,
                channel = "voice",
                queues = new[] { new { id = "calls", name = "Calls" } },
            });
        }

        var begin = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
        var rows = Enumerable.Range(0, Weeks * 7 * 48).Select(half => new
        {
            queue = "calls",
            start = begin.AddMinutes(30 * half),
            offered = 20 + (half % 48 / 2),
        });
        var history = new { business_unit_id = unit, minutes = 30, rows };
        await cluster.PostAsync("/history/rows", history, HttpStatusCode.OK);
        return await cluster.PostAsync(
            "/forecasts", new { business_unit_id = unit, name = "Plan" }, HttpStatusCode.Accepted);
    }

    private static async Task<JsonElement> ReadAsync(ProcessCluster cluster, string node, Guid forecast) =>
        (await cluster.Administrator.GetAsync(cluster[node].Address, $"/forecasts/{forecast}"))
        .Is(HttpStatusCode.OK).Body;

    private static int Done(JsonElement forecast) => forecast.GetProperty("done").GetInt32();

    private static string State(JsonElement forecast) => forecast.GetProperty("state").GetString()!;
}
