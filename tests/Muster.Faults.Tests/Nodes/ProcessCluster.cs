using System.Net;
using Muster.Testing;

namespace Muster.Faults.Tests.Nodes;

/// <summary>
/// Some nodes as real processes on one real database, and an administrator who may ask any of them.
/// </summary>
internal sealed class ProcessCluster : IAsyncDisposable
{
    private static readonly string[] Common =
    [
        "Limit:RequestsPerMinute=10000000", "Limit:Burst=1000000", "Limit:SignInsPerMinute=1000000",
        "Telemetry:LogLevel=information",
    ];

    private readonly Dictionary<string, NodeProcess> _nodes = [];
    private readonly List<IDisposable> _toDispose = [];

    private ProcessCluster(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    /// <summary>Given when the first node has started.</summary>
    public Person Administrator { get; private set; } = null!;

    public IReadOnlyCollection<NodeProcess> Nodes => _nodes.Values;

    public NodeProcess this[string name] => _nodes[name];

    /// <summary>A cluster without any node.</summary>
    public static async Task<ProcessCluster> OpenAsync() => new(await TestDatabase.CreateAsync());

    /// <summary>Starts nodes and waits until every one has a link to every other.</summary>
    public static async Task<ProcessCluster> StartAsync(params string[] names)
    {
        var cluster = await OpenAsync();
        await Task.WhenAll(names.Select(name => cluster.AddAsync(name)));
        await cluster.SettledAsync(names);
        return cluster;
    }

    /// <param name="name">May be that of a node that has ended; the new one takes its place.</param>
    /// <param name="settings">As <c>Area:Name=value</c>.</param>
    public Task<NodeProcess> AddAsync(string name, params string[] settings) => AddUnderAsync(name, [], settings);

    /// <param name="under">A command that becomes the program.</param>
    public async Task<NodeProcess> AddUnderAsync(string name, IReadOnlyList<string> under, params string[] settings)
    {
        string[] given =
        [
            $"Database:Connection={Database.ConnectionString}", "Server:Urls=http://127.0.0.1:0",
            $"Server:Node={name}", .. Common, .. settings,
        ];
        var muster = MusterProcess.StartUnder(
            under, ["serve", .. given.SelectMany(setting => new[] { "--set", setting })]);
        var node = new NodeProcess(name, muster, settings);
        lock (_nodes)
        {
            _nodes[name] = node;
            _toDispose.Add(node);
        }

        await node.ReadyAsync();
        if (muster.FirstPassword.IsCompletedSuccessfully)
        {
            Administrator = await Person.SignInFirstAsync(node.Address, "admin", await muster.FirstPassword);
        }

        return node;
    }

    /// <summary>Posts to the first node that there is.</summary>
    /// <returns>The id of what was made; empty when the answer has none.</returns>
    public async Task<Guid> PostAsync(string path, object body, HttpStatusCode expected)
    {
        var answer = (await Administrator.PostAsync(_nodes.Values.First().Address, path, body)).Is(expected).Body;
        var made = answer.TryGetProperty("agent", out var agent) ? agent : answer;
        return made.TryGetProperty("id", out var id) ? id.GetGuid() : default;
    }

    /// <summary>Makes an item of the organization.</summary>
    public Task<Guid> MakeAsync(string kind, object body) =>
        PostAsync($"/organization/{kind}", body, HttpStatusCode.Created);

    public async Task<Picture> LookAsync(NodeProcess node) =>
        new((await Administrator.GetAsync(node.Address, "/system/cluster")).Is(HttpStatusCode.OK).Body);

    /// <summary>Waits until these nodes are live, linked to each other, and one of them keeps house.</summary>
    public Task<TimeSpan> SettledAsync(params string[] names) =>
        AllSeeAsync(TimeSpan.FromSeconds(10), names, (node, seen) =>
            seen.Housekeeping?.Holder is not null
            && seen.Links.SequenceEqual(names.Where(name => name != node.Name).Order())
                ? null
                : $"{node.Name} has links to {string.Join(' ', seen.Links)}, {seen.Sentence} {seen.Housekeeping}");

    /// <summary>Waits until no node finds anything amiss; answers how long that took.</summary>
    public Task<TimeSpan> AllSeeAsync(
        TimeSpan limit, IEnumerable<string> names, Func<NodeProcess, Picture, string?> amiss) =>
        Until.FineAsync(limit, async () =>
        {
            foreach (var name in names)
            {
                if (amiss(_nodes[name], await LookAsync(_nodes[name])) is { } trouble)
                {
                    return trouble;
                }
            }

            return null;
        });

    /// <summary>
    /// Waits, as a client would, until every node has what was written last; answers what a node tells.
    /// </summary>
    public async Task<Answer> AppliedAsync(NodeProcess node, int waitMilliseconds = 2000)
    {
        var version = (await LookAsync(node)).AccessVersion;
        return (await Administrator.GetAsync(
            node.Address, $"/system/scopes/access/applied?version={version}&wait_ms={waitMilliseconds}"))
            .Is(HttpStatusCode.OK);
    }

    /// <summary>Somebody without any rights, signed in.</summary>
    public async Task<(Person Person, string Id)> AddPersonAsync(NodeProcess node, string userName)
    {
        var made = (await Administrator.PostAsync(
            node.Address, "/users", new { user_name = userName, display_name = userName })).Is(HttpStatusCode.Created);
        var person = await Person.SignInFirstAsync(
            node.Address, userName, made.Body.GetProperty("first_password").GetString()!);
        _toDispose.Add(person);
        return (person, made.Body.GetProperty("user").GetProperty("id").GetString()!);
    }

    /// <summary>Takes all rights away from somebody, and the sessions.</summary>
    public async Task DisableAsync(NodeProcess node, string id)
    {
        var user = (await Administrator.GetAsync(node.Address, $"/users/{id}")).Is(HttpStatusCode.OK).Body;
        (await Administrator.PatchAsync(
            node.Address, $"/users/{id}", new { disabled = true }, user.GetProperty("version").GetInt32()))
            .Is(HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _toDispose)
        {
            one.Dispose();
        }

        foreach (var node in _nodes.Values)
        {
            Told.Say($"--- {node.Name} said:\n{node.Muster.Said}");
        }

        Administrator?.Dispose();
        await Database.DisposeAsync();
    }
}
