using System.Globalization;
using System.Net;
using System.Text.Json;
using Muster.Faults.Tests.Nodes;

namespace Muster.Faults.Tests.Results;

/// <summary>
/// Some agents with shifts of the last days, of whom a source tells what they did then: late, and in any order.
/// </summary>
internal sealed class JudgedAgents
{
    private const int Count = 12;
    private const int Days = 5;
    private const string Source = "acd";

    private static readonly string[] States = ["ready", "eating", "away"];

    private readonly ProcessCluster _cluster;
    private readonly List<Guid> _agents = [];
    private readonly Random _chance = new(8);
    private readonly DateTimeOffset _begin;
    private readonly DateTimeOffset _end;
    private Guid _unit;
    private Guid _code;
    private int _position;

    private JudgedAgents(ProcessCluster cluster, DateTimeOffset now) =>
        (_cluster, _end, _begin) = (cluster, now, now.AddDays(-Days));

    public int Told => _position;

    /// <param name="now">By the database's clock.</param>
    public static async Task<JudgedAgents> MakeAsync(ProcessCluster cluster, DateTimeOffset now)
    {
        var made = new JudgedAgents(cluster, now);
        var tenant = await cluster.MakeAsync("tenants", new { name = "Bank" });
        var business = await cluster.MakeAsync(
            "business-units", new { name = "Bank", tenant_id = tenant, zone = "Europe/Berlin" });
        made._unit = await cluster.MakeAsync("management-units", new { name = "North", business_unit_id = business });
        made._code = await cluster.MakeAsync("activity-codes", new
        {
            name = "Phone",
            business_unit_id = business,
            category = "on_queue",
            paid = true,
            counts_as_work = true,
            colour = "#2f7d4f",
        });
        var mappings = new[]
        {
            new { source = Source, state = States[0], counts_as = "on_queue" },
            new { source = Source, state = States[1], counts_as = "meal" },
            new { source = Source, state = States[2], counts_as = "logged_out" },
        };
        (await cluster.Administrator.PutAsync(
            cluster["s"].Address, $"/adherence/rules/{business}/entries/always", new { mappings }, 0))
            .Is(HttpStatusCode.OK);
        for (var number = 1; number <= Count; number++)
        {
            made._agents.Add(await made.HireAsync(tenant, $"agent.{number}"));
        }

        await made.PlanAsync(Enumerable.Range(0, Days + 1).SelectMany(day => made._agents.Select(
            agent => made.Shift(agent, day, 6))));
        return made;
    }

    /// <summary>Some events of the last days, by chance.</summary>
    public async Task TellAsync(int events)
    {
        var lines = Enumerable.Range(0, events).Select(_ =>
        {
            // Mostly of today: that is judged live.
            var minutes = _chance.Next(4) == 0 ? _chance.Next(Days * 24 * 60) : _chance.Next(12 * 60);
            return JsonSerializer.Serialize(new
            {
                position = ++_position,
                at = Text(_end.AddMinutes(-minutes)),
                agent = $"agent.{_chance.Next(Count) + 1}",
                state = States[_chance.Next(States.Length)],
            });
        }).ToList();
        (await _cluster.Administrator.PostLinesAsync(_cluster["s"].Address, $"/events?source={Source}", lines))
            .Is(HttpStatusCode.OK);
    }

    /// <summary>The shift of an agent on one of the days is moved, and something is approved, by chance.</summary>
    public async Task ChangeAsync()
    {
        var agent = _agents[_chance.Next(Count)];
        var (day, hour) = (_chance.Next(Days + 1), 5 + _chance.Next(4));
        await PlanAsync([Shift(agent, day, hour)]);
        var start = _begin.AddMinutes(_chance.Next(Days * 24 * 60));
        (await _cluster.Administrator.PostAsync(
            _cluster["s"].Address, $"/adherence/agents/{agent}/approvals",
            new { start, end = start.AddMinutes(30), note = "Fire drill" })).Is(HttpStatusCode.Created);
    }

    private Task<Guid> HireAsync(Guid tenant, string name) => _cluster.PostAsync("/people", new
    {
        tenant_id = tenant,
        agent = new
        {
            first_name = "Agent",
            last_name = name,
            user_name = name,
            management_unit_id = _unit,
            from = "2026-01-01",
            reinstate_on = "2026-01-01",
        },
    }, HttpStatusCode.Created);

    private async Task PlanAsync(IEnumerable<object> edits) => (await _cluster.Administrator.PostAsync(
        _cluster["s"].Address, $"/schedules/units/{_unit}/edits", new { edits = edits.ToList() }))
        .Is(HttpStatusCode.OK);

    private object Shift(Guid agent, int day, int hour)
    {
        var start = new DateTimeOffset(_begin.UtcDateTime.Date.AddDays(day).AddHours(hour), TimeSpan.Zero);
        return new
        {
            op = "replace",
            agent_id = agent,
            day = start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            activities = new[]
            {
                new { layer = "work", start = Text(start), minutes = 540, activity_code_id = _code },
            },
        };
    }

    private static string Text(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
