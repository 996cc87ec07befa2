using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Muster.Server.Simulate;
using Muster.Server.Tests.Schedules;
using Muster.Storage.Events;
using Muster.Testing;
using NodaTime;

namespace Muster.Server.Tests.Simulate;

/// <summary>A node with four agents, their published shifts of three days, a forecast, and an API client.</summary>
public sealed class SimulateStage : IAsyncLifetime
{
    private const int Agents = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private ScheduleStage _stage = null!;
    private string _client = "";
    private string _secret = "";

    /// <summary>Yesterday: a node takes no events of the future.</summary>
    public LocalDate Day { get; } =
        Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InZone(Berlin).Date.PlusDays(-1);

    private readonly List<Guid> _agents = [];

    internal TestClient Client => _stage.Client;

    internal Guid Business => _stage.Business;

    public async ValueTask InitializeAsync()
    {
        _stage = await ScheduleStage.SetAsync();
        await PublishAsync();
        await ForecastAsync();
        var roles = (await Client.GetAsync("/access-roles")).Items;
        var role = roles.First(one => one.GetProperty("name").GetString() == "Administrator").GetProperty("id");
        var made = (await Client.PostAsync(
            "/clients",
            new { name = "acd", grants = new[] { new { role_id = role.GetGuid(), scope_kind = "all" } } }))
            .Is(HttpStatusCode.Created);
        (_client, _secret) = (made.At("client", "client_id"), made.At("client_secret"));
    }

    public SimulateOptions Options(string source) => new()
    {
        Node = _stage.Cluster.Nodes[0].Host.Address,
        Client = _client,
        Secret = _secret,
        Source = source,
        Date = Day,
        From = new LocalTime(10, 0),
        Until = new LocalTime(11, 0),
        Habits = new CentreHabits { OutagesPerDay = 0, SickPercent = 0 },
    };

    /// <summary>Publishes a free day for an agent.</summary>
    internal Task<TestAnswer> FreeAsync(int number) => _stage.ChangeAsync(new
    {
        op = "replace",
        agent_id = _agents[number - 1],
        day = $"{Day:uuuu-MM-dd}",
        activities = Array.Empty<object>(),
    });

    internal async Task<TestAnswer> SourceAsync(string name)
    {
        var all = (await Client.GetAsync("/events/sources")).Is(HttpStatusCode.OK);
        return all with
        {
            Text = all.Items.Single(one => one.GetProperty("name").GetString() == name).GetRawText(),
        };
    }

    /// <summary>All that the log has of a source.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string source)
    {
        var services = _stage.Cluster.Nodes[0].Host.Services;
        var known = await services.GetRequiredService<EventSourceStore>().FindByNameAsync(source, null, default);
        var events = await services.GetRequiredService<EventLogStore>().ReadAsync(0, 1_000_000, default);
        var states = await services.GetRequiredService<EventStateStore>().ListAsync(0, default);
        return
        [
            .. events.Where(one => one.Source == known[0].Number)
                .Select(one => $"{one.At:O} {one.Agent} {states.First(state => state.Id == one.State).State}"),
        ];
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    private async Task PublishAsync()
    {
        var edits = new List<object>();
        foreach (var number in Enumerable.Range(1, Agents))
        {
            var agent = await _stage.HireAsync($"{number}", $"agent.{number}");
            _agents.Add(agent);
            edits.AddRange(((LocalDate[])[Day.PlusDays(-1), Day, Day.PlusDays(1)]).Select(day => new
            {
                op = "replace",
                agent_id = agent,
                day = $"{day:uuuu-MM-dd}",
                activities = new[]
                {
                    Activity("work", At(day, 9, 0), 480, _stage.Work),
                    Activity("inside", At(day, 10, 0), 15 * number, _stage.Lunch),
                },
            }));
        }

        (await _stage.ChangeAsync([.. edits])).Is(HttpStatusCode.OK);
    }

    private static object Activity(string layer, DateTimeOffset start, int minutes, Guid code) => new
    {
        layer,
        start,
        minutes,
        activity_code_id = code,
    };

    private async Task ForecastAsync()
    {
        await _stage.MakeAsync("planning-groups", new
        {
            name = "Loans",
            business_unit_id = Business,
            channel = "voice",
            queues = new[] { new { id = SmallCentre.Queue, name = "Loans" } },
        });
        var rows = Enumerable.Range(1, 6 * 7).SelectMany(ago => Enumerable.Range(16, 20).Select(half => new
        {
            queue = SmallCentre.Queue,
            start = At(Day.PlusDays(-ago), half / 2, half % 2 * 30),
            offered = 20.0,
            handled = 20.0,
            handle_seconds = 20 * 150.0,
        }));
        (await Client.PostAsync("/history/rows", new { business_unit_id = Business, minutes = 30, rows }))
            .Is(HttpStatusCode.OK);
        var asked = (await Client.PostAsync("/forecasts", new
        {
            business_unit_id = Business,
            name = "Plan",
            weeks = 1,
            first_day = $"{Day:uuuu-MM-dd}",
        })).Is(HttpStatusCode.Accepted).At("id");
        await Until.FineAsync(Patience, async () => (await Client.GetAsync($"/forecasts/{asked}")).At("state") == "done"
            ? null
            : "It is not forecast yet.");
    }

    public static DateTimeOffset At(LocalDate day, int hour, int minute) =>
        day.At(new LocalTime(hour, minute)).InZoneLeniently(Berlin).ToDateTimeOffset();
}
