using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Muster.Server.Tests.Schedules;

/// <summary>Some nodes, a management unit in Berlin, its activity codes, and agents with a work plan.</summary>
internal sealed class ScheduleStage : IAsyncDisposable
{
    /// <summary>A Monday in summer: Berlin is two hours ahead.</summary>
    public const string Monday = "2026-06-08";

    private ScheduleStage(TestCluster cluster, IReadOnlyList<TestClient> clients) =>
        (Cluster, Clients) = (cluster, clients);

    public TestCluster Cluster { get; }

    /// <summary>Somebody who may do everything, on each node.</summary>
    public IReadOnlyList<TestClient> Clients { get; }

    public TestClient Client => Clients[0];

    public Guid Tenant { get; private set; }

    public Guid Business { get; private set; }

    public Guid Unit { get; private set; }

    public Guid Plan { get; private set; }

    public Guid Work { get; private set; }

    public Guid Lunch { get; private set; }

    public Guid Meeting { get; private set; }

    public Guid Leave { get; private set; }

    /// <summary>By the unit's clock.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow, "Europe/Berlin"));

    public static async Task<ScheduleStage> SetAsync(int nodes = 1, params string[] settings)
    {
        var cluster = await TestCluster.StartAsync(
            nodes, ["Limit:RequestsPerMinute=10000000", "Limit:Burst=1000000", .. settings]);
        var stage = new ScheduleStage(cluster, await cluster.AdministratorsAsync());
        stage.Tenant = await stage.MakeAsync("tenants", new { name = "Bank" });
        stage.Business = await stage.MakeAsync(
            "business-units", new { name = "Germany", tenant_id = stage.Tenant, zone = "Europe/Berlin" });
        stage.Unit = await stage.MakeUnitAsync("North");
        stage.Work = await stage.MakeCodeAsync("Phone", "on_queue", true);
        stage.Lunch = await stage.MakeCodeAsync("Lunch", "meal", false);
        stage.Meeting = await stage.MakeCodeAsync("Team meeting", "meeting", true);
        stage.Leave = await stage.MakeCodeAsync("Leave", "time_off", true);
        stage.Plan = await stage.MakeAsync("work-plans", new
        {
            name = "Full time",
            business_unit_id = stage.Business,
            paid_minutes_per_day = new { min = 240, max = 600 },
            paid_minutes_per_week = new { min = 240, max = 2400 },
            working_days_per_week = new { min = 1, max = 5 },
            shift_minutes = new { min = 240, max = 630 },
            earliest_start = "06:00",
            latest_stop = "22:00",
        });
        return stage;
    }

    public Task<Guid> MakeUnitAsync(string name, string? zone = null) =>
        MakeAsync("management-units", new { name, business_unit_id = Business, zone });

    public Task<Guid> MakeCodeAsync(string name, string category, bool paid) => MakeAsync("activity-codes", new
    {
        name,
        business_unit_id = Business,
        category,
        paid,
        counts_as_work = paid,
        colour = "#aabbcc",
    });

    public async Task<Guid> HireAsync(string name, string? userName = null, Guid? unit = null) =>
        (await Client.PostAsync("/people", new
        {
            tenant_id = Tenant,
            agent = new
            {
                first_name = "Agent",
                last_name = name,
                user_name = userName,
                management_unit_id = unit ?? Unit,
                work_plan_id = Plan,
                from = "2026-01-01",
                reinstate_on = "2026-01-01",
            },
        })).Is(HttpStatusCode.Created).Body.GetProperty("agent").GetProperty("id").GetGuid();

    public async Task<Guid> DraftAsync(object? more = null) => (await Client.PostAsync("/schedules/drafts", With(
        new { management_unit_id = Unit, name = "June", first_day = Monday, days = 28 }, more)))
        .Is(HttpStatusCode.Created).Body.GetProperty("id").GetGuid();

    /// <summary>A time of the clock on the Monday or so many days later, as a schedule has it.</summary>
    public static string At(string clock, int day = 0) =>
        $"{DateOnly.ParseExact(Monday, "yyyy-MM-dd").AddDays(day):yyyy-MM-dd}T{clock}:00+02:00";

    public static string Day(int day = 0) =>
        DateOnly.ParseExact(Monday, "yyyy-MM-dd").AddDays(day).ToString("yyyy-MM-dd");

    /// <summary>A day of one shift.</summary>
    public object Shift(Guid agent, string from, int minutes, int day = 0) => new
    {
        op = "replace",
        agent_id = agent,
        day = Day(day),
        activities = new[] { Activity("work", from, minutes, Work, day) },
    };

    public static object Add(Guid agent, string layer, string from, int minutes, Guid code) => new
    {
        op = "add",
        agent_id = agent,
        day = Monday,
        layer,
        start = At(from),
        minutes,
        activity_code_id = code,
    };

    public static object Activity(string layer, string from, int minutes, Guid code, int day = 0) =>
        new { layer, start = At(from, day), minutes, activity_code_id = code };

    public Task<TestAnswer> EditAsync(Guid draft, params object[] edits) =>
        Client.PostAsync($"/schedules/drafts/{draft}/edits", new { edits });

    public Task<TestAnswer> ChangeAsync(params object[] edits) => ChangeAsync(Client, edits);

    public Task<TestAnswer> ChangeAsync(TestClient client, params object[] edits) =>
        client.PostAsync($"/schedules/units/{Unit}/edits", new { edits });

    public Task<TestAnswer> PublishAsync(Guid draft, object? more = null) =>
        Client.PostAsync("/schedules/publish", With(new { schedule_id = draft }, more));

    public async Task<JsonElement> GridAsync(string more = "", int days = 7) => (await Client.GetAsync(
        $"/schedules/grid?management_unit_id={Unit}&from={Monday}&days={days}{more}")).Is(HttpStatusCode.OK).Body;

    /// <summary>What an agent has on a day, by the clock: "work 09:00 480 Phone"; null: never published.</summary>
    public async Task<string?> ReadAsync(Guid agent, int day = 0, string more = "")
    {
        var grid = await GridAsync(more, 28);
        var codes = grid.GetProperty("activity_code_ids").EnumerateArray()
            .Select(code => NameOf(code.GetGuid())).ToList();
        var row = grid.GetProperty("agents").EnumerateArray().Single(one => one.GetProperty("id").GetGuid() == agent)
            .GetProperty("days").EnumerateArray()
            .Select(numbers => numbers.EnumerateArray().Select(number => number.GetInt32()).ToArray())
            .FirstOrDefault(numbers => numbers[0] == day);
        return row is null ? null : string.Join(", ", row.Skip(3).Chunk(4).Select(activity =>
            $"{Layers[activity[0]]} {Clock(activity[1] - (day * 24 * 60))} {activity[2]} {codes[activity[3]]}"));
    }

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    public Task<Guid> MakeAsync(string kind, object body) => MakeAsync(Client, kind, body);

    private static readonly string[] Layers = ["work", "inside", "time_off"];

    private static string Clock(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";

    private string NameOf(Guid code) =>
        code == Work ? "Phone" : code == Lunch ? "Lunch" : code == Meeting ? "Meeting" : "Leave";

    private static async Task<Guid> MakeAsync(TestClient client, string kind, object body) =>
        (await client.PostAsync($"/organization/{kind}", body)).Is(HttpStatusCode.Created)
        .Body.GetProperty("id").GetGuid();

    private static JsonObject With(object body, object? more)
    {
        var all = JsonSerializer.SerializeToNode(body)!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject())
        {
            all[name] = value?.DeepClone();
        }

        return all;
    }
}
