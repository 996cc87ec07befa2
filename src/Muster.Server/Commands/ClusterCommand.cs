using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Muster.Server.Agreement;
using Muster.Server.Host;
using Muster.Storage.Leases;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster cluster</c>: looks at the cluster that a database is, from the database.</summary>
public static class ClusterCommand
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var command = new Command("cluster", "Show nodes, links, duties and versions of a cluster")
        {
            ClusterUpCommand.Create(), CreateHandover(),
        };
        foreach (var attempt in ClusterTryCommands.Create())
        {
            command.Add(attempt);
        }

        var watch = new Option<bool>("--watch") { Description = "Keep showing it, every second" };
        command.Add(watch);
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var home = await BorrowAsync(flags, parsed, token);
            var reading = new ClusterReading(home.Database, TimeProvider.System);
            if (!parsed.GetValue(watch))
            {
                Terminal.Out.Write(ClusterTables.Of(await reading.ReadAsync(token)));
                return;
            }

            await WatchAsync(reading, token);
        });
        return command;
    }

    /// <summary>Shows a cluster again and again, until stopped.</summary>
    public static async Task WatchAsync(ClusterReading reading, CancellationToken token) =>
        await Terminal.Out.Live(new Text("Reading...")).StartAsync(async live =>
        {
            using var timer = new PeriodicTimer(Refresh, TimeProvider.System);
            do
            {
                live.UpdateTarget(ClusterTables.Of(await reading.ReadAsync(token)));
                live.Refresh();
            }
            while (await timer.WaitForNextTickAsync(token));
        });

    private static Command CreateHandover()
    {
        var command = new Command("handover", "Hand a duty to another node");
        var lease = new Argument<string>("duty") { Description = "Its name, as `muster cluster` shows it" };
        var to = new Argument<string>("node") { Description = "A node that waits for it" };
        command.Add(lease);
        command.Add(to);
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var home = await BorrowAsync(flags, parsed, token);
            var handover = new Handover(new LeaseStore(home.Database), TimeProvider.System);
            var handed = (await handover.RunAsync(parsed.GetValue(lease)!, parsed.GetValue(to)!, token)).OrRefuse();
            Terminal.Out.MarkupLineInterpolated(handed.IsDone
                ? (FormattableString)$"{parsed.GetValue(to)} has it after {handed.Took.TotalMilliseconds:0} ms."
                : $"{parsed.GetValue(to)} was asked, but has not taken it yet.");
        });
        return command;
    }

    // A local cluster's database while one runs; else a running node's, or whichever the options name.
    private static Task<DatabaseHome> BorrowAsync(OptionFlags flags, ParseResult parsed, CancellationToken token) =>
        StartRefusal.TranslateAsync(
            stop => DatabaseHome.BorrowAsync(
                LocalPlace.Prefer(flags.Load(parsed)), TimeProvider.System, NullLoggerFactory.Instance, stop),
            token);
}
