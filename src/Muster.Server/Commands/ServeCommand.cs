using System.CommandLine;
using Muster.Server.Host;
using Muster.Server.Options;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster serve</c>: runs a node until it is told to stop.</summary>
public static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Run Muster: all roles on a built-in PostgreSQL, unless told otherwise");
        var flags = new OptionFlags(command, serves: true);
        command.SetAction(async (parsed, token) => await RunAsync(flags.Load(parsed), Welcome, token));
        return command;
    }

    /// <summary>Starts a node, says something, and waits for the end.</summary>
    public static async Task<int> RunAsync(
        OptionSet options, Func<MusterHost, CancellationToken, Task> welcome, CancellationToken token)
    {
        await using var host = await MusterHost.StartAsync(options, TimeProvider.System, token);
        await welcome(host, token);
        await host.WaitForStopAsync(token);
        return 0;
    }

    private static Task Welcome(MusterHost host, CancellationToken token)
    {
        if (host.FirstSignIn is var (userName, password))
        {
            const string note = "shown once; to be changed then";
            Terminal.Out.MarkupLineInterpolated(
                $"First sign-in: user [bold]{userName}[/], password [bold]{password}[/] ({note}).");
        }

        // The last line: who waits for it has seen everything.
        Terminal.Out.MarkupLineInterpolated($"Muster is at [bold]{host.Address}[/]. Ctrl+C stops it.");
        return Task.CompletedTask;
    }
}
