using Muster.Testing;

namespace Muster.Faults.Tests.Nodes;

/// <summary>A node of a cluster under test, as a process of its own.</summary>
internal sealed class NodeProcess(string name, MusterProcess muster, string[] settings) : IDisposable
{
    public string Name => name;

    public MusterProcess Muster => muster;

    /// <summary>With what it was started, to start it again.</summary>
    public string[] Settings => settings;

    /// <summary>Where it listens; set when it does.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:1");

    public async Task<NodeProcess> ReadyAsync()
    {
        Address = await muster.AddressAsync();
        return this;
    }

    public void Dispose() => muster.Dispose();
}
