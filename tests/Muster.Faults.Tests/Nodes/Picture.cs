using System.Text.Json;

namespace Muster.Faults.Tests.Nodes;

/// <summary>The cluster as one node tells it.</summary>
internal sealed class Picture(JsonElement cluster)
{
    private JsonElement Mesh => cluster.GetProperty("mesh");

    public bool IsMeshOn => Mesh.GetProperty("on").GetBoolean();

    /// <summary>"Reaches 3 of 3 other nodes, 1 through relay."</summary>
    public string Sentence => Mesh.GetProperty("sentence").GetString()!;

    /// <summary>The nodes to which the one that tells has a link.</summary>
    public IReadOnlyList<string> Links => [.. Mesh.GetProperty("links").EnumerateArray()
        .Select(link => link.GetProperty("peer").GetString()!).Order()];

    /// <summary>Address and reason.</summary>
    public IReadOnlyList<string> Troubles => [.. Mesh.GetProperty("troubles").EnumerateArray()
        .Select(trouble => $"{trouble.GetProperty("address")}: {trouble.GetProperty("reason")}")];

    public long AccessVersion => cluster.GetProperty("scopes").EnumerateArray()
        .Single(scope => scope.GetProperty("name").GetString() == "access").GetProperty("version").GetInt64();

    public long StaleReads => cluster.GetProperty("consistency").GetProperty("stale").GetInt64();

    /// <summary>The live nodes, in order.</summary>
    public string Live => string.Join(' ', Nodes
        .Where(node => node.GetProperty("live").GetBoolean())
        .Select(node => node.GetProperty("name").GetString()).Order().Distinct());

    /// <summary>How far away each live node is: "a0 b1 c2", and "d-" when it is out of reach.</summary>
    public string Hops => string.Join(' ', Nodes
        .Where(node => node.GetProperty("live").GetBoolean())
        .Select(node => node.GetProperty("name").GetString()
            + (node.GetProperty("hops") is { ValueKind: JsonValueKind.Number } hops ? hops.ToString() : "-"))
        .Order());

    public Duty? Housekeeping => DutyOf("housekeeping");

    private IEnumerable<JsonElement> Nodes => cluster.GetProperty("nodes").EnumerateArray();

    /// <summary>Who has a lease; null when it was never taken.</summary>
    public Duty? DutyOf(string lease) => cluster.GetProperty("leases").EnumerateArray()
        .Where(row => row.GetProperty("name").GetString() == lease)
        .Select(row => new Duty(
            row.GetProperty("holder").GetString(),
            row.GetProperty("timeline").GetInt32(),
            row.GetProperty("epoch").GetInt64(),
            row.GetProperty("taken_because").GetString()!))
        .SingleOrDefault();

    /// <summary>Of the live process of that name; null when there is none.</summary>
    public long? IncarnationOf(string name) => Nodes
        .Where(node => node.GetProperty("name").GetString() == name && node.GetProperty("live").GetBoolean())
        .Select(node => (long?)node.GetProperty("incarnation").GetInt64()).Max();

    public double? LinkAge(string peer) => Mesh.GetProperty("links").EnumerateArray()
        .Where(link => link.GetProperty("peer").GetString() == peer)
        .Select(link => (double?)link.GetProperty("age_seconds").GetDouble()).SingleOrDefault();
}
