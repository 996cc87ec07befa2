using Muster.Faults.Tests.Nodes;

namespace Muster.Faults.Tests.Wires;

/// <summary>
/// A cluster whose nodes have links along given wires only: each wire is a peer of its first node and leads to its
/// second. The addresses that nodes tell the membership lead nowhere.
/// </summary>
internal sealed class WiredCluster : IAsyncDisposable
{
    private const string Nowhere = "http://127.0.0.1:9";

    private readonly Dictionary<string, Wire> _wires = [];

    private WiredCluster(ProcessCluster nodes, IReadOnlyList<string> names) => (Nodes, Names) = (nodes, names);

    public ProcessCluster Nodes { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>By the names of its ends: "ab".</summary>
    public Wire this[string wire] => _wires[wire];

    /// <param name="shape">The wires: "ab bc cd" is a line of four.</param>
    /// <param name="settings">Of every node.</param>
    public static async Task<WiredCluster> StartAsync(string shape, params string[] settings)
    {
        var names = shape.Where(char.IsLetter).Distinct().Order().Select(letter => $"{letter}").ToList();
        var cluster = new WiredCluster(await ProcessCluster.OpenAsync(), names);
        foreach (var wire in shape.Split(' '))
        {
            cluster._wires[wire] = new Wire();
        }

        var nodes = await Task.WhenAll(names.Select(name => cluster.Nodes.AddAsync(
            name, [$"Server:Address={Nowhere}", $"Server:Peers={cluster.PeersOf(name)}", .. settings])));
        foreach (var (ends, wire) in cluster._wires)
        {
            wire.LeadTo(nodes.Single(node => node.Name == $"{ends[1]}").Address);
        }

        return cluster;
    }

    /// <summary>Waits until a node tells these distances, "a0 b1 c2", and this sentence.</summary>
    public async Task SeesAsync(string name, string hops, string sentence) =>
        Told.Took($"{name} tells: {sentence}", await Nodes.AllSeeAsync(
            TimeSpan.FromSeconds(12), [name], (_, seen) =>
                seen.Hops == hops && seen.Sentence == sentence
                    ? null
                    : $"{name} tells {seen.Hops}, {seen.Sentence} {string.Join("; ", seen.Troubles)}"));

    public async ValueTask DisposeAsync()
    {
        await Nodes.DisposeAsync();
        foreach (var wire in _wires.Values)
        {
            await wire.DisposeAsync();
        }
    }

    private string PeersOf(string name) =>
        string.Join(',', _wires.Where(wire => $"{wire.Key[0]}" == name).Select(wire => wire.Value.Address));
}
