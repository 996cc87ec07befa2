using System.Net;
using System.Net.Sockets;

namespace Muster.Server.Local;

/// <summary>
/// Several nodes on this machine, as real processes against one database, which belongs to the process that started
/// them: any node may be killed.
/// </summary>
public sealed class LocalCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly string _directory;
    private readonly TimeProvider _time;

    private LocalCluster(string directory, TimeProvider time) => (_directory, _time) = (directory, time);

    /// <summary>As it stands now: a node may have been started again meanwhile.</summary>
    public LocalClusterFile Now => LocalClusterFile.Read(_directory);

    /// <summary>Starts the nodes and returns when all of them are ready.</summary>
    public static async Task<LocalCluster> StartAsync(
        LocalClusterPlan plan, string directory, string connection, TimeProvider time, CancellationToken token)
    {
        await EndLeftoversAsync(directory, time, token);
        CheckPorts(plan);
        var cluster = new LocalCluster(directory, time);
        try
        {
            var nodes = plan.Nodes.Select(node => Start(plan, node, directory, connection)).ToList();
            new LocalClusterFile(Environment.ProcessId, connection, nodes).Write(directory);
            foreach (var node in nodes)
            {
                await WaitUntilReadyAsync(node, time, token);
            }

            return cluster;
        }
        catch
        {
            // What was started is stopped again.
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a node again that is gone.</summary>
    public static async Task<LocalNode> RestartAsync(
        string directory, LocalNode gone, TimeProvider time, CancellationToken token)
    {
        var file = LocalClusterFile.Read(directory);
        var id = LocalProcess.Start(gone.Program, gone.Arguments, gone.Log, file.Connection);
        var again = gone with { ProcessId = id };
        var nodes = file.Nodes.Select(node => node.Name == gone.Name ? again : node);
        (file with { Nodes = [.. nodes] }).Write(directory);
        await WaitUntilReadyAsync(again, time, token);
        return again;
    }

    /// <summary>Asks all nodes to stop, and waits until they have; one that is paused is ended.</summary>
    public async ValueTask DisposeAsync()
    {
        var nodes = Now.Nodes;
        foreach (var node in nodes.Where(node => node.State != LocalNodeState.Gone))
        {
            var signal = node.State == LocalNodeState.Paused ? "KILL" : "TERM";

            // One that has just ended by itself must not keep the others running.
            await LocalProcess.TrySignalAsync(node.ProcessId, signal, CancellationToken.None);
        }

        await WaitUntilGoneAsync(nodes, _time, CancellationToken.None);
        LocalClusterFile.Remove(_directory);
    }

    /// <summary>Ends the nodes of a cluster whose owner was killed: they go on without it.</summary>
    public static async Task EndLeftoversAsync(string directory, TimeProvider time, CancellationToken token)
    {
        var nodes = LocalClusterFile.Find(directory)?.Nodes ?? [];
        foreach (var node in nodes)
        {
            if (node.State != LocalNodeState.Gone)
            {
                await LocalProcess.TrySignalAsync(node.ProcessId, "KILL", token);
            }
        }

        await WaitUntilGoneAsync(nodes, time, token);
    }

    private static async Task WaitUntilGoneAsync(
        IReadOnlyList<LocalNode> nodes, TimeProvider time, CancellationToken token)
    {
        var began = time.GetTimestamp();
        while (nodes.Any(node => node.State != LocalNodeState.Gone) && time.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(Look, time, token);
        }
    }

    // Else whoever listens there would be asked whether the node is ready, and might say yes.
    private static void CheckPorts(LocalClusterPlan plan)
    {
        if (plan.Nodes.FirstOrDefault(node => IsTaken(node.Port)) is { } node)
        {
            throw new StartRefusedException(
                $"{node.Name} cannot have port {node.Port}: it is in use by another program.",
                "Maybe choose other ports with --port, or stop what listens there.");
        }
    }

    private static bool IsTaken(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return false;
        }
        catch (SocketException problem)
        {
            // Edge: a port that may not be had for other reasons; the node itself says which.
            return problem.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }

    private static LocalNode Start(
        LocalClusterPlan plan, LocalNodePlan node, string directory, string connection)
    {
        var log = Path.Combine(directory, $"{node.Name}.log");
        string[] arguments =
        [
            "serve", "--urls", node.Url, "--roles", node.Roles,
            "--data", Path.Combine(directory, node.Name), "--set", $"Server:Node={node.Name}",
            "--set", $"Server:LocalCluster={directory}",
            .. plan.Settings.Where(setting => !IsConnection(setting)).SelectMany(setting => new[] { "--set", setting }),
        ];
        File.Delete(log);
        var id = LocalProcess.Start(plan.Program, arguments, log, connection);
        return new LocalNode(node.Name, AddressOf(node), log, id, plan.Program, arguments);
    }

    // Where this machine reaches it.
    private static string AddressOf(LocalNodePlan node) =>
        node.Host is "0.0.0.0" or "*" or "+" or "[::]" ? (node with { Host = "127.0.0.1" }).Url : node.Url;

    // The cluster has found its database by it; the nodes are told of that.
    private static bool IsConnection(string setting) =>
        setting.StartsWith("Database:Connection=", StringComparison.OrdinalIgnoreCase);

    private static async Task WaitUntilReadyAsync(LocalNode node, TimeProvider time, CancellationToken token)
    {
        using var client = new HttpClient { BaseAddress = new Uri(node.Url), Timeout = TimeSpan.FromSeconds(2) };
        var began = time.GetTimestamp();
        while (!await IsReadyAsync(client, token))
        {
            if (node.State == LocalNodeState.Gone || time.GetElapsedTime(began) >= Patience)
            {
                throw new StartRefusedException(
                    $"{node.Name} did not start: {LastLine(node.Log)}", $"Maybe look at {node.Log}.");
            }

            await Task.Delay(Look, time, token);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken token)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return false;
        }
    }

    private static string LastLine(string log) => File.Exists(log)
        ? File.ReadLines(log).LastOrDefault(line => line.Length > 0) ?? "it said nothing."
        : "it said nothing.";
}
