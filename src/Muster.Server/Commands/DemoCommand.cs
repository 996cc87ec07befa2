using System.CommandLine;
using Muster.Server.Demo;
using Muster.Server.Host;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster demo</c>: a node with accounts to look around with, in a data directory of its own.</summary>
public static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command("demo", "Run Muster with demonstration accounts, ready to sign in");
        var flags = new OptionFlags(command, serves: true, [DemoPlace.Directory]);
        command.SetAction(async (parsed, token) =>
            await ServeCommand.RunAsync(flags.Load(parsed), WelcomeAsync, token));
        return command;
    }

    private static async Task WelcomeAsync(MusterHost host, CancellationToken token)
    {
        await DemoAccounts.EnsureAsync(host.Services, token);
        var table = Terminal.Table("sign in as", "password", "who that is");
        foreach (var account in DemoAccounts.All)
        {
            table.AddRow(account.UserName, DemoAccounts.Password, account.DisplayName);
        }

        Terminal.Out.Write(table);
        Terminal.Out.MarkupLineInterpolated($"Muster is at [bold]{host.Address}[/]. Ctrl+C stops it.");
    }
}
