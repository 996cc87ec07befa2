using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Muster.Server.Agreement;
using Muster.Server.Demo;
using Muster.Server.Host;
using Muster.Server.Local;
using Muster.Server.Options;
using Muster.Storage.Identity;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>
/// <c>muster demo --cluster</c>: the demonstration on several processes over one database. Any of them may be killed;
/// the others go on, and it comes back by itself.
/// </summary>
internal sealed class DemoCluster(OptionSet options, LocalClusterPlan plan, DemoVisit visit)
{
    // Seven nodes share the connections that the built-in PostgreSQL has.
    private const string Connections = "Database:MaxConnections=20";

    // Long enough to see how the others go on without it.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    private static readonly (string Role, int Count)[] Nodes = [("server", 2), ("aggregator", 2), ("builder", 3)];

    private string Directory => DataPlace.Of(options.Data);

    /// <param name="given">Options of every node, as Area:Name=value.</param>
    /// <exception cref="StartRefusedException">The machine or the address do not allow it.</exception>
    public static LocalClusterPlan PlanOf(OptionSet options, IReadOnlyList<string> given)
    {
        LocalPlace.RequireLinux("muster demo --cluster");
        var first = AddressOf(options.Server.Urls);
        var plan = LocalClusterPlan.Of(Nodes, first.Port, [Connections, .. given]);
        var nodes = first.Port == 0 ? WithFreePorts(plan.Nodes) : plan.Nodes;
        nodes = [.. nodes.Select(node => node.Roles == "server" ? node with { Host = first.Host } : node)];
        var origins = string.Join(',', ServersOf(nodes));
        return plan with { Nodes = nodes, Settings = [$"Server:Origins={origins}", .. plan.Settings] };
    }

    public async Task<int> RunAsync(CancellationToken token)
    {
        System.IO.Directory.CreateDirectory(Directory);
        var home = await StartRefusal.TranslateAsync(
            stop => DatabaseHome.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, stop), token);
        await using var services = CommandServices.Of(home, options);
        var isEmpty = !await services.Get<UserStore>().AnyAsync(token);
        await DemoVisit.EnsureAccountsAsync(services.All, isEmpty, token);
        Terminal.Out.MarkupLineInterpolated($"Starting {plan.Nodes.Count} nodes...");
        await using var cluster = await LocalCluster.StartAsync(
            plan, Directory, home.ConnectionString, TimeProvider.System, token);
        Show(cluster.Now);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(token);
        var keeping = new LocalClusterKeeper(Directory, Rest, TimeProvider.System, Terminal.Out.WriteLine)
            .RunAsync(ending.Token);
        var telephones = Task.CompletedTask;
        try
        {
            telephones = await visit.WelcomeAsync([.. ServersOf(plan.Nodes).Select(at => new Uri(at))], token);
            Invite(cluster.Now);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            Terminal.Out.WriteLine("Stopping the nodes...");
        }
        finally
        {
            // Who keeps them would start again what is stopped.
            await ending.CancelAsync();
            await keeping;
            await telephones;
        }

        return 0;
    }

    private static void Show(LocalClusterFile file)
    {
        var table = Terminal.Table("node", "role", "at", "process", "log");
        foreach (var node in file.Nodes)
        {
            var process = node.ProcessId.ToString(CultureInfo.InvariantCulture);
            table.AddRow(node.Name, node.Roles, node.Url, process, node.Log);
        }

        Terminal.Out.Write(table);
    }

    private void Invite(LocalClusterFile file)
    {
        var where = Directory == DemoPlace.Directory.Value ? "" : $" --data {Directory}";
        Terminal.Out.MarkupLineInterpolated(
            $"Break it: [bold]kill -9 {file.Nodes[0].ProcessId}[/] ends {file.Nodes[0].Name}; the page goes on.");
        Terminal.Out.WriteLine(
            $"It comes back after {Rest.TotalSeconds:0} s, or at once by ./muster cluster resume "
            + $"{file.Nodes[0].Name}{where}.");
        Terminal.Out.WriteLine($"Watch it on the System page, or here: ./muster cluster --watch{where}");
    }

    private static Uri AddressOf(string urls)
    {
        var parts = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts is [var only] && Uri.TryCreate(only.Replace("//*", "//0.0.0.0").Replace("//+", "//0.0.0.0"),
                UriKind.Absolute, out var url) && url.Scheme == "http"
            ? url
            : throw new StartRefusedException(
                $"muster demo --cluster needs one http address, not {urls}.",
                "Maybe --urls http://127.0.0.1:7070: the second server has the next port.");
    }

    private static IEnumerable<string> ServersOf(IReadOnlyList<LocalNodePlan> nodes) =>
        nodes.Where(node => node.Roles == "server").Select(node => NodeAddress.Reachable(node.Url));

    // Held together, so that no two are the same.
    private static List<LocalNodePlan> WithFreePorts(IReadOnlyList<LocalNodePlan> nodes)
    {
        var held = nodes.Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        held.ForEach(listener => listener.Start());
        var free = nodes.Zip(held, (node, listener) =>
            node with { Port = ((IPEndPoint)listener.LocalEndpoint).Port }).ToList();
        held.ForEach(listener => listener.Dispose());
        return free;
    }
}
