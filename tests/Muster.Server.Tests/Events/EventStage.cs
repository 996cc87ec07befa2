using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Server.People;
using Muster.Storage;
using Muster.Storage.Events;
using Muster.Storage.People;

namespace Muster.Server.Tests.Events;

/// <summary>Some nodes, a tenant with a switch, and agents called 1, 2, 3, ... by number.</summary>
internal sealed class EventStage : IAsyncDisposable
{
    private static readonly string[] Room = ["Limit:RequestsPerMinute=10000000", "Limit:Burst=1000000"];

    private EventStage(TestCluster cluster, IReadOnlyList<TestClient> clients) =>
        (Cluster, Clients) = (cluster, clients);

    public TestCluster Cluster { get; }

    /// <summary>Somebody who may do everything, on each node.</summary>
    public IReadOnlyList<TestClient> Clients { get; }

    public TestClient Client => Clients[0];

    public TestNode Node => Cluster.Nodes[0];

    public Guid Tenant { get; private set; }

    public Guid Switch { get; private set; }

    public EventLogStore Log => Service<EventLogStore>();

    /// <summary>When the stage was set, to the second, by the database's clock: events are told from then.</summary>
    public DateTimeOffset Begin { get; private set; }

    public static async Task<EventStage> SetAsync(int nodes = 1, int agents = 3, params string[] settings)
    {
        var cluster = await TestCluster.StartAsync(nodes, [.. Room, .. settings]);
        var stage = new EventStage(cluster, await cluster.AdministratorsAsync());
        stage.Tenant = await stage.MakeTenantAsync("Bank");
        stage.Switch = (await stage.Client.PostAsync(
            "/organization/switches", new { name = "Berlin ACD", tenant_id = stage.Tenant }))
            .Is(HttpStatusCode.Created).Body.GetProperty("id").GetGuid();
        stage.Begin = new DateTimeOffset((DateTime)(await stage.ScalarAsync(
            "SELECT date_trunc('second', clock_timestamp()) - interval '12 hours'"))!);
        await stage.HireAsync([.. Enumerable.Range(1, agents).Select(number => stage.Agent($"{number}"))]);
        return stage;
    }

    public T Service<T>()
        where T : notnull => Node.Host.Services.GetRequiredService<T>();

    public Task<object?> ScalarAsync(string sql) => Node.Database.ScalarAsync(sql);

    public async Task<Guid> MakeTenantAsync(string name) =>
        (await Client.PostAsync("/organization/tenants", new { name }))
        .Is(HttpStatusCode.Created).Body.GetProperty("id").GetGuid();

    /// <summary>An agent whose user name is agent.N and whose login is 70N.</summary>
    public Agent Agent(string number, Guid? tenant = null) => new()
    {
        Id = new AgentId(Guid.NewGuid()),
        Tenant = new TenantId(tenant ?? Tenant),
        EmployeeNumber = number,
        UserName = $"Agent.{number}",
        FirstName = "Agent",
        LastName = number,
        Logins = [new AgentLogin(new SwitchId(Switch), $"70{number}")],
    };

    public async Task HireAsync(params Agent[] agents)
    {
        var database = Service<Database>();
        await using var transaction = await database.BeginAsync(
            new WriteContext(Actor.Muster("test"), TimeProvider.System.GetUtcNow(), "test"), default);
        await Service<AgentStore>().PutAsync(transaction, agents, default);
        foreach (var agent in agents)
        {
            PeopleScope.Record(transaction, agent);
        }

        await transaction.CommitAsync(default);
    }

    /// <summary>A state event, a second later for each position.</summary>
    public string Event(long position, string agent = "1", string state = "ready", string more = "") =>
        $$"""{"position":{{position}},"at":"{{At(position)}}","agent":"{{agent}}","state":"{{state}}"{{more}}}""";

    public string At(double second) =>
        Begin.AddSeconds(second).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    public IEnumerable<string> Events(int first, int count) =>
        Enumerable.Range(first, count).Select(position => Event(position, $"{(position % 3) + 1}", $"s{position % 5}"));

    public Task<TestAnswer> SendAsync(params IEnumerable<string> lines) => SendAsync(Client, "acd", lines);

    public static Task<TestAnswer> SendAsync(TestClient client, string source, IEnumerable<string> lines) =>
        client.SendAsync(HttpMethod.Post, $"/events?source={source}", Lines(string.Join('\n', lines)));

    public static async Task<TestAnswer> SendZippedAsync(TestClient client, string text)
    {
        using var zipped = new MemoryStream();
        await using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(text));
        }

        var content = new ByteArrayContent(zipped.ToArray());
        content.Headers.ContentType = new("application/x-ndjson");
        content.Headers.ContentEncoding.Add("gzip");
        return await client.SendAsync(HttpMethod.Post, "/events?source=acd", content);
    }

    public static ByteArrayContent Lines(string text)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new("application/x-ndjson");
        return content;
    }

    /// <summary>The source called acd.</summary>
    public async Task<TestAnswer> SourceAsync()
    {
        var all = (await Client.GetAsync("/events/sources")).Is(HttpStatusCode.OK);
        return all with
        {
            Text = all.Items.Single(one => one.GetProperty("name").GetString() == "acd").GetRawText(),
        };
    }

    public async Task<IReadOnlyList<LoggedEvent>> ReadAsync() => await Log.ReadAsync(0, 10_000_000, default);

    public static string Counts(TestAnswer answer) =>
        $"{answer.At("accepted")} {answer.At("duplicates")} {answer.At("quarantined")} {answer.At("dropped")}";

    public ValueTask DisposeAsync()
    {
        foreach (var client in Clients)
        {
            client.Dispose();
        }

        return Cluster.DisposeAsync();
    }
}
