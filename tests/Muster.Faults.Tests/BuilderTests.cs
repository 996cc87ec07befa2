using System.Net;
using System.Text.Json;
using Muster.Faults.Tests.Nodes;
using Muster.Testing;

namespace Muster.Faults.Tests;

/// <summary>The builder of a schedule goes away in the middle, again and again.</summary>
public sealed class BuilderTests
{
    private const int Agents = 12;
    private const string FirstDay = "2026-03-02";

    private static readonly string[] All = ["a", "b", "c"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public Task A_build_whose_builder_is_killed_goes_on_elsewhere_from_its_best() => KillAsync(2);

    [Fact]
    [Trait("Faults", "nightly")]
    public Task A_build_whose_builders_are_killed_fifty_times_ends_once_and_never_worse() => KillAsync(50);

    private static async Task KillAsync(int kills)
    {
        await using var cluster = await ProcessCluster.StartAsync(All);
        var build = await AskAsync(cluster);
        (long Breaches, long Cost)? best = null;
        for (var kill = 0; kill < kills; kill++)
        {
            var saved = await SavedAsync(cluster, build, IsRunning);
            var holder = saved.GetProperty("nodes")[0].GetString()!;
            best = Best(saved, best);

            await cluster[holder].Muster.KillAsync();
            await SavedAsync(cluster, build, unit => !IsRunning(unit)
                || unit.GetProperty("nodes")[0].GetString() != holder);
            await cluster.AddAsync(holder, cluster[holder].Settings);
        }

        await cluster.PostAsync($"/builds/{build}/stop", new { }, HttpStatusCode.OK);
        var done = await SavedAsync(cluster, build, unit => unit.GetProperty("state").GetString() == "done");
        Best(done, best);
        Assert.Equal("1", $"{await cluster.Database.ScalarAsync(
            "SELECT count(*) FROM muster.schedule_build WHERE state = 'done'")}");
        Assert.Equal(0, Number(done, "breaches"));
    }

    // A schedule that was saved is never lost to a worse one.
    private static (long Breaches, long Cost) Best(JsonElement unit, (long Breaches, long Cost)? before)
    {
        var now = ((long)Number(unit, "breaches"), (long)Number(unit, "cost"));
        Assert.True(before is null || now.CompareTo(before.Value) <= 0, $"{now} is worse than {before}.");
        return now;
    }

    private static bool IsRunning(JsonElement unit) => unit.GetProperty("state").GetString() == "running";

    private static double Number(JsonElement unit, string name) =>
        unit.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : -1;

    /// <summary>Waits until there is a schedule, and something holds of it.</summary>
    private static async Task<JsonElement> SavedAsync(
        ProcessCluster cluster, Guid build, Func<JsonElement, bool> holds)
    {
        JsonElement unit = default;
        await Until.FineAsync(Patience, async () =>
        {
            var alive = cluster.Nodes.First(node => !node.Muster.HasEnded);
            unit = (await cluster.Administrator.GetAsync(alive.Address, $"/builds/{build}"))
                .Is(HttpStatusCode.OK).Body.GetProperty("units")[0];
            return Number(unit, "cost") >= 0 && holds(unit) ? null : unit.ToString();
        });
        return unit;
    }

    private static async Task<Guid> AskAsync(ProcessCluster cluster)
    {
        var tenant = await cluster.MakeAsync("tenants", new { name = "Bank" });
        var business = await cluster.MakeAsync(
            "business-units", new { name = "Bank", tenant_id = tenant, zone = "Europe/Berlin" });
        await cluster.MakeAsync("planning-groups", new
        {
            name = "Calls",
            business_unit_id = business,
            channel = "voice",
            queues = new[] { new { id = "calls", name = "Calls" } },
        });
        var unit = await cluster.MakeAsync("management-units", new { name = "North", business_unit_id = business });
        var plan = await cluster.MakeAsync("work-plans", new
        {
            name = "Full time",
            business_unit_id = business,
            paid_minutes_per_day = new { min = 480, max = 480 },
            paid_minutes_per_week = new { min = 2400, max = 2400 },
            working_days_per_week = new { min = 5, max = 5 },
            shift_minutes = new { min = 480, max = 480 },
        });
        for (var agent = 0; agent < Agents; agent++)
        {
            await cluster.PostAsync("/people", new
            {
                tenant_id = tenant,
                agent = new
                {
                    first_name = "Agent",
                    last_name = $"{agent}",
                    management_unit_id = unit,
                    work_plan_id = plan,
                    from = "2026-01-01",
                    reinstate_on = "2026-01-01",
                },
            }, HttpStatusCode.Created);
        }

        return await cluster.PostAsync("/builds", new
        {
            business_unit_id = business,
            name = "Plan",
            forecast_id = await ForecastAsync(cluster, business),
            first_day = FirstDay,
            seconds = 3600,
        }, HttpStatusCode.Accepted);
    }

    private static async Task<Guid> ForecastAsync(ProcessCluster cluster, Guid business)
    {
        var begin = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
        var rows = Enumerable.Range(0, 8 * 7 * 48).Select(half => new
        {
            queue = "calls",
            start = begin.AddMinutes(30 * half),
            offered = 10 + (half % 48 / 2),
            handled = 10 + (half % 48 / 2),
            handle_seconds = 200 * (10 + (half % 48 / 2)),
        });
        await cluster.PostAsync(
            "/history/rows", new { business_unit_id = business, minutes = 30, rows }, HttpStatusCode.OK);
        var forecast = await cluster.PostAsync("/forecasts", new
        {
            business_unit_id = business,
            name = "Plan",
            first_day = FirstDay,
        }, HttpStatusCode.Accepted);
        await Until.FineAsync(Patience, async () =>
            (await cluster.Administrator.GetAsync(cluster.Nodes.First().Address, $"/forecasts/{forecast}"))
                .Is(HttpStatusCode.OK).Body is var now && now.GetProperty("state").GetString() == "done"
                ? null
                : now.ToString());
        return forecast;
    }
}
