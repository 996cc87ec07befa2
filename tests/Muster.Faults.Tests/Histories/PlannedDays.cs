using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Muster.Faults.Tests.Nodes;

namespace Muster.Faults.Tests.Histories;

/// <summary>
/// A day of two agents that many write at once: each mark is five minutes of work of its own. Edits, swaps and drafts
/// that are published go to any node; the agents look at their day on any node.
/// </summary>
internal sealed class PlannedDays
{
    private const int MinutesOfMark = 5;

    private readonly ProcessCluster _cluster;
    private readonly Guid _unit;
    private readonly Guid _code;
    private readonly IReadOnlyList<Guid> _agents;
    private readonly IReadOnlyList<Person> _people;
    private readonly DateOnly _day = DateOnly.FromDateTime(DateTime.UtcNow);
    private readonly ConcurrentQueue<DayWrite> _writes = [];
    private readonly ConcurrentQueue<DayRead> _reads = [];
    private int _marks;

    private PlannedDays(
        ProcessCluster cluster, Guid unit, Guid code, IReadOnlyList<Guid> agents, IReadOnlyList<Person> people) =>
        (_cluster, _unit, _code, _agents, _people) = (cluster, unit, code, agents, people);

    public int Reads => _reads.Count;

    public int Writes => _writes.Count;

    private static long Now => TimeProvider.System.GetTimestamp();

    public static async Task<PlannedDays> MakeAsync(ProcessCluster cluster)
    {
        var tenant = await cluster.MakeAsync("tenants", new { name = "Bank" });
        var business = await cluster.MakeAsync(
            "business-units", new { name = "Bank", tenant_id = tenant, zone = "Etc/UTC" });
        var unit = await cluster.MakeAsync("management-units", new { name = "North", business_unit_id = business });
        var code = await cluster.MakeAsync("activity-codes", new
        {
            name = "Phone",
            business_unit_id = business,
            category = "on_queue",
            paid = true,
            counts_as_work = true,
            colour = "#2f7d4f",
        });
        var (agents, people) = (new List<Guid>(), new List<Person>());
        foreach (var name in new[] { "ann", "bob" })
        {
            agents.Add(await cluster.PostAsync("/people", new
            {
                tenant_id = tenant,
                agent = new
                {
                    first_name = name,
                    last_name = "Agent",
                    user_name = name,
                    management_unit_id = unit,
                    from = "2026-01-01",
                    reinstate_on = "2026-01-01",
                },
            }, HttpStatusCode.Created));
            people.Add(await SignInAsync(cluster, name));
        }

        return new PlannedDays(cluster, unit, code, agents, people);
    }

    /// <summary>One edit, swap or publish at a node, by chance.</summary>
    public async Task WriteAsync(NodeProcess node, Random chance)
    {
        var agent = chance.Next(2);
        var kind = chance.Next(10);
        int? mark = kind == 0 ? null : Interlocked.Increment(ref _marks);
        try
        {
            var answer = kind switch
            {
                0 => await EditAsync(node, new
                {
                    op = "swap",
                    agent_id = _agents[0],
                    day = _day,
                    with_agent_id = _agents[1],
                }),
                < 4 => await PublishAsync(node, Add(agent, mark!.Value)),
                _ => await EditAsync(node, Add(agent, mark!.Value)),
            };
            Note(agent, mark, answer);
        }
        catch (HttpRequestException)
        {
            // The node has been killed: it may have heard, or not.
            _writes.Enqueue(new DayWrite(agent, mark, null, null));
        }
    }

    /// <summary>Both agents look at a node, again and again, until told to stop.</summary>
    public async Task ReadAsync(string node, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Yield();
            for (var agent = 0; agent < _people.Count; agent++)
            {
                await ReadOnceAsync(node, agent);
            }
        }
    }

    /// <summary>What is wrong with all that was written and read.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(NodeProcess node)
    {
        var chains = new List<IReadOnlyList<(long, IReadOnlySet<int>)>>();
        foreach (var agent in _agents)
        {
            var versions = (await _cluster.Administrator.GetAsync(
                node.Address, $"/schedules/agents/{agent}/days/{_day:yyyy-MM-dd}/versions")).Is(HttpStatusCode.OK);
            chains.Add([.. versions.Body.GetProperty("items").EnumerateArray()
                .Select(version => (version.GetProperty("version").GetInt64(), (IReadOnlySet<int>)Marks(version)))
                .OrderBy(one => one.Item1)]);
        }

        return new DayHistory(chains).Faults([.. _writes], [.. _reads]);
    }

    private static async Task<Person> SignInAsync(ProcessCluster cluster, string name)
    {
        var node = cluster.Nodes.First();
        var roles = (await cluster.Administrator.GetAsync(node.Address, "/access-roles")).Is(HttpStatusCode.OK).Body;
        var role = roles.GetProperty("items").EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == "Agent").GetProperty("id").GetString();
        var made = (await cluster.Administrator.PostAsync(node.Address, "/users", new
        {
            user_name = name,
            display_name = name,
            grants = new[] { new { role_id = role, scope_kind = "all" } },
        })).Is(HttpStatusCode.Created);
        return await Person.SignInFirstAsync(
            node.Address, name, made.Body.GetProperty("first_password").GetString()!);
    }

    private object Add(int agent, int mark) => new
    {
        op = "add",
        agent_id = _agents[agent],
        day = _day,
        start = _day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMinutes(mark * MinutesOfMark),
        minutes = MinutesOfMark,
        activity_code_id = _code,
    };

    private Task<Answer> EditAsync(NodeProcess node, object edit) => _cluster.Administrator.PostAsync(
        node.Address, $"/schedules/units/{_unit}/edits", new { edits = new[] { edit } });

    private async Task<Answer> PublishAsync(NodeProcess node, object edit)
    {
        var made = await _cluster.Administrator.PostAsync(node.Address, "/schedules/drafts", new
        {
            management_unit_id = _unit,
            name = "One mark",
            first_day = _day,
            days = 1,
        });
        if (made.Status != HttpStatusCode.Created)
        {
            return made;
        }

        var draft = made.Body.GetProperty("id").GetGuid();
        var edited = await _cluster.Administrator.PostAsync(
            node.Address, $"/schedules/drafts/{draft}/edits", new { edits = new[] { edit } });
        if (edited.Status != HttpStatusCode.OK)
        {
            return edited;
        }

        return await _cluster.Administrator.PostAsync(
            node.Address, "/schedules/publish", new { schedule_id = draft });
    }

    private void Note(int agent, int? mark, Answer answer)
    {
        // A node that was paused in the middle has lost its connection to the database.
        if (answer.Status == HttpStatusCode.ServiceUnavailable)
        {
            _writes.Enqueue(new DayWrite(agent, mark, null, null));
            return;
        }

        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Accepted, answer.Text);
        if (answer.Body.GetProperty("version") is { ValueKind: JsonValueKind.Number } version)
        {
            _writes.Enqueue(new DayWrite(
                agent, mark, version.GetInt64(), answer.Status == HttpStatusCode.OK ? Now : null));
        }
    }

    private async Task ReadOnceAsync(string node, int agent)
    {
        var asked = Now;
        try
        {
            var answer = await _people[agent].GetAsync(
                _cluster[node].Address, $"/my/schedule?from={_day:yyyy-MM-dd}&days=1");
            if (answer.Status == HttpStatusCode.OK)
            {
                var day = answer.Body.GetProperty("days").EnumerateArray().FirstOrDefault();
                _reads.Enqueue(new DayRead(
                    node, agent, asked, answer.Body.GetProperty("version").GetInt64(),
                    day.ValueKind == JsonValueKind.Object ? Marks(day) : new HashSet<int>()));
            }
        }
        catch (HttpRequestException)
        {
            // The node has been killed; what it does not say cannot be wrong.
        }
    }

    // Marks that lie beside each other may have become one activity.
    private HashSet<int> Marks(JsonElement day)
    {
        var midnight = new DateTimeOffset(_day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return day.GetProperty("activities").EnumerateArray().SelectMany(activity =>
        {
            var start = DateTimeOffset.Parse(activity.GetProperty("start").GetString()!, CultureInfo.InvariantCulture);
            var first = (int)(start - midnight).TotalMinutes / MinutesOfMark;
            return Enumerable.Range(first, activity.GetProperty("minutes").GetInt32() / MinutesOfMark);
        }).ToHashSet();
    }
}
