using System.CommandLine;
using Muster.Domain.Synchronization;
using Muster.Server.Synchronization;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster sync approve</c>: lets a run go on that the brake has stopped.</summary>
internal static class SyncApproveCommand
{
    public static Command Create()
    {
        var command = new Command("approve", "Show whom a run that was stopped would end, and let it");
        var name = SyncCommand.SourceName();
        var yes = new Option<bool>("--yes") { Description = "Do not ask" };
        command.Add(name);
        command.Add(yes);
        var flags = new OptionFlags(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var services = await CommandServices.OpenAsync(flags, parsed, token);
            var asking = new SyncAsking(services, TimeProvider.System);
            var source = await asking.FindAsync(parsed.GetRequiredValue(name), token);
            var stores = services.Get<SyncStores>();
            var held = await stores.Runs.FindAsync(source.Id, RunState.Held, token)
                ?? throw new StartRefusedException(
                    $"Nothing of {source.Name} waits to be approved.", "Maybe look at `muster sync status`.");
            Terminal.Out.Write(SyncTables.Of(await stores.Runs.ReadFindingsAsync(held.Id, token)));
            Terminal.Out.WriteLine(held.Sentence);
            if (!parsed.GetValue(yes) && !await ConfirmAsync(token))
            {
                Terminal.Out.WriteLine("Nothing was changed.");
                return;
            }

            var done = await Terminal.Out.Status().StartAsync(
                "Waiting...", progress => asking.ApproveAsync(
                    source, held, now => progress.Status(now.EscapeMarkup()), token));
            Terminal.Out.WriteLine(done.Sentence);
        });
        return command;
    }

    private static Task<bool> ConfirmAsync(CancellationToken token) => Console.IsInputRedirected
        ? throw new StartRefusedException("There is nobody to ask.", "Maybe say --yes.")
        : new ConfirmationPrompt("End them all?") { DefaultValue = false }.ShowAsync(Terminal.Out, token);
}
