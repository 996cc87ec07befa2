using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Muster.Server.Demo;
using Muster.Server.Host;
using Muster.Server.Local;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster cluster up</c>: several nodes on this machine, to look at and to break.</summary>
internal static class ClusterUpCommand
{
    public static Command Create()
    {
        var command = new Command("up", "Run a cluster of real processes on this machine, until Ctrl+C");
        var servers = Count("--servers", "Nodes with the role server", 2, 1);
        var builders = Count("--builders", "Nodes with the role builder", 0, 0);
        var port = Count("--port", "Port of the first node; the others follow", 7070, 1);
        foreach (var option in (Option[])[servers, builders, port])
        {
            command.Add(option);
        }

        var flags = new OptionFlags(command, defaults: [LocalPlace.Directory]);
        command.SetAction(async (parsed, token) =>
        {
            LocalPlace.RequireLinux("muster cluster up");
            var options = flags.Load(parsed);
            var home = await StartRefusal.TranslateAsync(
                stop => DatabaseHome.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, stop), token);
            await using var services = CommandServices.Of(home, options);
            await DemoAccounts.EnsureAsync(services.All, token);
            var plan = LocalClusterPlan.Of(
                parsed.GetValue(servers), parsed.GetValue(builders), parsed.GetValue(port), flags.Given(parsed));
            Terminal.Out.MarkupLineInterpolated($"Starting {plan.Nodes.Count} nodes...");
            await using var cluster = await LocalCluster.StartAsync(
                plan, DataPlace.Of(options.Data), home.ConnectionString, TimeProvider.System, token);
            Welcome(cluster.Now);
            await ShowAsync(new ClusterReading(home.Database, TimeProvider.System), token);
            Terminal.Out.WriteLine("Stopping the nodes...");
        });
        return command;
    }

    private static void Welcome(LocalClusterFile file)
    {
        var table = Terminal.Table("node", "at", "process", "log");
        foreach (var node in file.Nodes)
        {
            table.AddRow(node.Name, node.Url, node.ProcessId.ToString(CultureInfo.InvariantCulture), node.Log);
        }

        Terminal.Out.Write(table);
        Terminal.Out.MarkupLineInterpolated(
            $"Sign in as [bold]{DemoAccounts.All[0].UserName}[/], password [bold]{DemoAccounts.Password}[/].");
        Terminal.Out.MarkupLineInterpolated(
            $"Try: muster cluster kill|pause|resume {file.Nodes[0].Name}. Ctrl+C stops all.");
    }

    // Into a file or a pipe one picture would follow the other; there it only waits.
    private static async Task ShowAsync(ClusterReading reading, CancellationToken token)
    {
        try
        {
            if (Console.IsOutputRedirected)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            }

            await ClusterCommand.WatchAsync(reading, token);
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
    }

    private static Option<int> Count(string name, string description, int normal, int least)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => normal };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < least)
            {
                result.AddError($"{name} must be at least {least}.");
            }
        });
        return option;
    }
}
