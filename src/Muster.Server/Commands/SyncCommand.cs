using System.CommandLine;
using Muster.Domain.Synchronization;
using Muster.Server.Synchronization;
using Muster.Storage.Leases;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster sync</c>: looks at sources of people, and asks for runs over them.</summary>
public static class SyncCommand
{
    public static Command Create() => new("sync", "Look at the sources of people, and have them read")
    {
        CreateStatus(),
        CreateRun("run", "Have everything of a source read and applied, and wait for it", RunKind.Full),
        CreateRun("plan", "Show what a full run would do; nothing is changed", RunKind.Plan),
        SyncApproveCommand.Create(),
    };

    internal static Argument<string> SourceName() =>
        new("source") { Description = "Its name, as `muster sync status` shows it" };

    private static Command CreateStatus()
    {
        var command = new Command("status", "Show every source: state, lag, last runs, what is open");
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await CommandServices.OpenAsync(flags, parsed, token);
            var stores = services.Get<SyncStores>();
            var leases = await new LeaseStore(services.Database).ReadAsync(token);
            Terminal.Out.Write(await SyncTables.StatusAsync(stores, leases, token));
        });
        return command;
    }

    private static Command CreateRun(string verb, string description, RunKind kind)
    {
        var command = new Command(verb, description);
        var name = SourceName();
        command.Add(name);
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await CommandServices.OpenAsync(flags, parsed, token);
            var asking = new SyncAsking(services, TimeProvider.System);
            var source = await asking.FindAsync(parsed.GetRequiredValue(name), token);
            var run = await Terminal.Out.Status().StartAsync(
                $"Waiting for {source.Name.EscapeMarkup()}...",
                progress => asking.RunAsync(source, kind, now => progress.Status(now.EscapeMarkup()), token));
            var findings = await services.Get<SyncStores>().Runs.ReadFindingsAsync(run.Id, token);
            if (findings.Count > 0)
            {
                Terminal.Out.Write(SyncTables.Of(findings));
            }

            Terminal.Out.WriteLine(run.Sentence);
            return run.State == RunState.Failed ? MusterCommand.Failed : 0;
        });
        return command;
    }
}
