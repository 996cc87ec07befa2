using System.Net;
using System.Text.Json;
using Muster.Server.Tests.Demand;
using Muster.Testing;

namespace Muster.Server.Tests.Scheduling;

/// <summary>A forecast from Monday 2 March 2026 on, a management unit, and a work plan of five days.</summary>
internal sealed class BuildStage(DemandStage demand) : IAsyncDisposable
{
    public const string FirstDay = "2026-03-02";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Guid _meal;

    public DemandStage Demand => demand;

    public TestClient Client => demand.Client;

    public Guid Unit { get; private set; }

    public Guid Plan { get; private set; }

    public Guid Forecast { get; private set; }

    public static async Task<BuildStage> SetAsync(params string[] settings)
    {
        var stage = new BuildStage(await DemandStage.SetAsync(settings));
        await stage.Demand.TellAsync(new DateOnly(2026, 1, 5), 8);
        stage.Forecast = (await stage.Demand.ForecastAsync(new { first_day = FirstDay }))
            .GetProperty("id").GetGuid();
        stage.Unit = await stage.Demand.MakeAsync(
            "management-units", new { name = "North", business_unit_id = stage.Demand.Unit });
        var meal = await stage.Demand.MakeAsync("activity-codes", new
        {
            name = "Lunch",
            business_unit_id = stage.Demand.Unit,
            category = "meal",
            paid = false,
            counts_as_work = false,
            colour = "#aabbcc",
        });
        stage._meal = meal;
        stage.Plan = await stage.PlanAsync("Full time");
        return stage;
    }

    /// <summary>A work plan of five days of eight hours with a lunch, but for what is said.</summary>
    public Task<Guid> PlanAsync(string name, object? more = null)
    {
        var plan = JsonSerializer.SerializeToNode(new
        {
            name,
            business_unit_id = demand.Unit,
            paid_minutes_per_day = new { min = 480, max = 480 },
            paid_minutes_per_week = new { min = 2400, max = 2400 },
            working_days_per_week = new { min = 5, max = 5 },
            shift_minutes = new { min = 510, max = 510 },
            earliest_start = "07:00",
            latest_stop = "20:00",
            breaks = new[]
            {
                new
                {
                    activity_code_id = _meal, minutes = 30, earliest_minutes_after_start = 180,
                    ends_minutes_before_stop = 120,
                },
            },
        })!.AsObject();
        foreach (var (field, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject())
        {
            plan[field] = value?.DeepClone();
        }

        return demand.MakeAsync("work-plans", plan);
    }

    /// <summary>Changes something of the organization.</summary>
    public async Task ChangeAsync(string path, object fields)
    {
        var now = (await Client.GetAsync(path)).Is(HttpStatusCode.OK);
        (await Client.PatchAsync(path, fields, ("If-Match", now.ETag))).Is(HttpStatusCode.OK);
    }

    public Task<Guid> HireAsync(string name) => HireAsync(name, Plan);

    public async Task<Guid> HireAsync(string name, Guid? plan) => (await Client.PostAsync("/people", new
    {
        tenant_id = demand.Tenant,
        agent = new
        {
            first_name = "Agent",
            last_name = name,
            management_unit_id = Unit,
            work_plan_id = plan,
            from = "2026-01-01",
            reinstate_on = "2026-01-01",
        },
    })).Is(HttpStatusCode.Created).Body.GetProperty("agent").GetProperty("id").GetGuid();

    public object Build(object? more = null)
    {
        var body = JsonSerializer.SerializeToNode(new
        {
            business_unit_id = demand.Unit,
            name = "Plan",
            forecast_id = Forecast,
            first_day = FirstDay,
            weeks = 2,
            seconds = 2,
        })!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }

    public async Task<Guid> AskAsync(object? more = null) =>
        (await Client.PostAsync("/builds", Build(more))).Is(HttpStatusCode.Accepted).Body.GetProperty("id").GetGuid();

    /// <summary>Waits until something holds of a build, and answers the build.</summary>
    public async Task<JsonElement> UntilAsync(Guid build, Func<JsonElement, bool> holds)
    {
        JsonElement found = default;
        await Until.FineAsync(Patience, async () =>
        {
            found = (await Client.GetAsync($"/builds/{build}")).Is(HttpStatusCode.OK).Body;
            return holds(found) ? null : found.ToString();
        });
        return found;
    }

    public Task<JsonElement> EndedAsync(Guid build) =>
        UntilAsync(build, found => StateOf(found) is not ("queued" or "running"));

    /// <summary>The shifts of the unit's agents, as they are kept, by agent and day.</summary>
    public async Task<IReadOnlyDictionary<(Guid Agent, int Day), int[]>> ShiftsAsync(Guid build) =>
        (await Client.GetAsync($"/builds/{build}/units/{Unit}/schedule")).Is(HttpStatusCode.OK).Body
            .GetProperty("agents").EnumerateArray()
            .SelectMany(agent => agent.GetProperty("shifts").EnumerateArray().Select(shift =>
                (Agent: agent.GetProperty("id").GetGuid(), Shift: shift.Deserialize<int[]>()!)))
            .ToDictionary(each => (each.Agent, each.Shift[0]), each => each.Shift);

    public static string StateOf(JsonElement build) =>
        build.GetProperty("build").GetProperty("state").GetString()!;

    public ValueTask DisposeAsync() => demand.DisposeAsync();
}
