using System.Diagnostics;
using System.Text.Json;
using Muster.Testing;

namespace Muster.Browser.Tests.Nodes;

/// <summary>The demonstration as a cluster, without its contact centre.</summary>
public sealed class BreakableCluster : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = TemporaryFolder.Make();
    private MusterProcess _demo = null!;

    /// <summary>Where the first server answers.</summary>
    public Uri First { get; private set; } = null!;

    public Uri Second { get; private set; } = null!;

    public ApiSession Ada { get; private set; } = null!;

    private string Data => Path.Combine(_folder.FullName, "data");

    public async ValueTask InitializeAsync()
    {
        _demo = MusterProcess.Start(
            "demo", "--cluster", "--accounts-only", "--data", Data, "--urls", "http://127.0.0.1:0");
        First = await _demo.AddressAsync();
        Second = new Uri(NodeOf("server-2").GetProperty("url").GetString()!);
        Ada = await ApiSession.SignInAsync(First, "ada", DemoNode.Password);
    }

    /// <summary>The process that a node is now.</summary>
    public int ProcessOf(string name) => NodeOf(name).GetProperty("process_id").GetInt32();

    public async Task KillAsync(string name)
    {
        using var kill = Process.Start("kill", ["-KILL", $"{ProcessOf(name)}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Ada?.Dispose();
        if (_demo is not null)
        {
            await _demo.TerminateAsync();
            _demo.Dispose();
            await PostgresLeftovers.EndAsync(Data);
        }

        _folder.Delete(recursive: true);
    }

    private JsonElement NodeOf(string name) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(Data, "cluster.json"))).GetProperty("nodes").EnumerateArray()
            .Single(node => node.GetProperty("name").GetString() == name);
}
