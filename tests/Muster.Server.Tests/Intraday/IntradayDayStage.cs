using System.Globalization;
using System.Net;
using System.Text.Json;
using Muster.Server.Tests.Events;
using Muster.Server.Tests.Schedules;
using Muster.Testing;

namespace Muster.Server.Tests.Intraday;

/// <summary>
/// A business unit in a zone where it is about noon now, with five weeks of even history, a forecast of today, and an
/// agent who is on the telephone from 6 to 18 o'clock.
/// </summary>
public sealed class IntradayDayStage : IAsyncLifetime
{
    public const string Queue = "loans";
    private const int Open = 6;
    private const int Close = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private ScheduleStage _schedules = null!;
    private TimeSpan _offset;
    private int _position;

    public TestClient Client => _schedules.Client;

    public TestNode Node => _schedules.Cluster.Nodes[0];

    public Guid Tenant => _schedules.Tenant;

    public Guid Business { get; private set; }

    public Guid Group { get; private set; }

    /// <summary>The last full half-hour, on the unit's clocks.</summary>
    public DateTimeOffset Half { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _schedules = await ScheduleStage.SetAsync();
        var now = new DateTimeOffset((DateTime)(await Node.Database.ScalarAsync("SELECT clock_timestamp()"))!);
        var hours = 12 - now.Hour;
        _offset = TimeSpan.FromHours(hours);
        var local = now.ToOffset(_offset);
        Half = local.AddTicks(-(local.Ticks % TimeSpan.FromMinutes(30).Ticks));
        Business = await _schedules.MakeAsync("business-units", new
        {
            name = "Noon",
            tenant_id = _schedules.Tenant,
            zone = string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(hours > 0 ? "-" : "+")}{Math.Abs(hours)}"),
        });
        Group = await MakeGroupAsync("Loans", Queue);
        await HistoryAsync(Queue);
        await ForecastAsync("Plan", Group);
        await HireAsync();
    }

    public Task<Guid> MakeGroupAsync(string name, string queue) => _schedules.MakeAsync("planning-groups", new
    {
        name,
        business_unit_id = Business,
        channel = "voice",
        queues = new[] { new { id = queue, name } },
    });

    public DateTimeOffset At(int hour) => new(Half.Year, Half.Month, Half.Day, hour, 0, 0, _offset);

    /// <summary>Today by 15 minutes up to now: 12 contacts of 240 s each, 9 of them answered in time.</summary>
    public async Task TellTodayAsync()
    {
        var lines = new List<string>();
        for (var at = At(Open); at < Half; at = at.AddMinutes(15))
        {
            lines.Add(Line(Queue, at, 12));
        }

        lines.Add(Line("lones", At(Open), 5));
        var answer = (await EventStage.SendAsync(Client, "acd", lines)).Is(HttpStatusCode.OK);
        Assert.Equal(lines.Count, answer.Body.GetProperty("accepted").GetInt32());
    }

    /// <summary>One quarter after the queue has opened.</summary>
    public async Task TellOfAsync(string queue, int daysBefore) =>
        (await EventStage.SendAsync(Client, "acd", [Line(queue, At(Open).AddDays(-daysBefore), 7)]))
        .Is(HttpStatusCode.OK);

    /// <summary>Once more of one quarter, with other numbers.</summary>
    public async Task TellAgainAsync(double offered) =>
        (await EventStage.SendAsync(Client, "acd", [Line(Queue, At(Open), offered)])).Is(HttpStatusCode.OK);

    public async Task<JsonElement> ReadAsync(string more = "") =>
        (await Client.GetAsync($"/intraday?business_unit_id={Business}{more}")).Is(HttpStatusCode.OK).Body;

    public ValueTask DisposeAsync()
    {
        foreach (var client in _schedules.Clients)
        {
            client.Dispose();
        }

        return _schedules.DisposeAsync();
    }

    private string Line(string queue, DateTimeOffset at, double offered) => JsonSerializer.Serialize(new
    {
        position = ++_position,
        queue,
        interval = Text(at),
        minutes = 15,
        offered,
        answered = offered,
        abandoned = 0,
        handle_seconds = offered * 240,
        answered_within = offered * 0.75,
    });

    /// <summary>Five weeks of a queue, every day the same.</summary>
    public async Task HistoryAsync(string queue)
    {
        var rows = Enumerable.Range(1, 35).SelectMany(day => Enumerable.Range(2 * Open, 2 * (Close - Open)).Select(
            half => new
            {
                queue,
                start = At(0).AddDays(-day).AddMinutes(30 * half),
                offered = 20,
                handled = 20,
                handle_seconds = 20 * 200,
            })).ToList();
        (await Client.PostAsync("/history/rows", new { business_unit_id = Business, minutes = 30, rows }))
            .Is(HttpStatusCode.OK);
    }

    /// <summary>Of one planning group.</summary>
    public async Task<string> ForecastAsync(string name, Guid group)
    {
        var asked = (await Client.PostAsync(
            "/forecasts", new { business_unit_id = Business, name, weeks = 1, planning_group_ids = new[] { group } }))
            .Is(HttpStatusCode.Accepted);
        await Until.FineAsync(Patience, async () =>
        {
            var forecast = await Client.GetAsync($"/forecasts/{asked.Body.GetProperty("id")}");
            return forecast.Body.GetProperty("state").GetString() == "done" ? null : forecast.Body.ToString();
        });
        return asked.At("id");
    }

    private async Task HireAsync()
    {
        var unit = await _schedules.MakeAsync("management-units", new { name = "Desk", business_unit_id = Business });
        var code = await _schedules.MakeAsync("activity-codes", new
        {
            name = "Phone",
            business_unit_id = Business,
            category = "on_queue",
            paid = true,
            counts_as_work = true,
            colour = "#aabbcc",
        });
        (await Client.PutAsync($"/adherence/rules/{Business}/entries/always", new
        {
            mappings = new[] { new { source = "acd", state = "ready", counts_as = "on_queue" } },
        }, ("If-Match", "\"0\""))).Is(HttpStatusCode.OK);
        var agent = (await Client.PostAsync("/people", new
        {
            tenant_id = _schedules.Tenant,
            agent = new
            {
                first_name = "Ann",
                last_name = "Agent",
                user_name = "ann",
                management_unit_id = unit,
                from = "2026-01-01",
                reinstate_on = "2026-01-01",
            },
        })).Is(HttpStatusCode.Created).Body.GetProperty("agent").GetProperty("id").GetGuid();
        (await Client.PostAsync($"/schedules/units/{unit}/edits", new
        {
            edits = new[]
            {
                new
                {
                    op = "replace",
                    agent_id = agent,
                    day = At(0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    activities = new[]
                    {
                        new { layer = "work", start = Text(At(Open)), minutes = 12 * 60, activity_code_id = code },
                    },
                },
            },
        })).Is(HttpStatusCode.OK);
        var ready = new { position = ++_position, at = Text(At(8)), agent = "ann", state = "ready" };
        (await EventStage.SendAsync(Client, "acd", [JsonSerializer.Serialize(ready)]))
            .Is(HttpStatusCode.OK);
    }

    // A plus sign would be written as an escape.
    private static string Text(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
