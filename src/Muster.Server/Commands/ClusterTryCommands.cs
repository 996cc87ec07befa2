using System.CommandLine;
using Muster.Server.Local;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>
/// <c>muster cluster kill|pause|resume NODE</c>: what can go wrong with a node of a local cluster, to be tried.
/// </summary>
internal static class ClusterTryCommands
{
    public static IEnumerable<Command> Create() =>
    [
        Create("kill", "Kill a node of the local cluster as the kernel would: nothing is tidied up", KillAsync),
        Create("pause", "Stop a node of the local cluster in its tracks; it does not know", PauseAsync),
        Create("resume", "Let a paused node go on, or start a killed one again", ResumeAsync),
    ];

    private static Command Create(
        string name, string description, Func<string, LocalNode, CancellationToken, Task<string>> work)
    {
        var command = new Command(name, description);
        var node = new Argument<string>("node") { Description = "Its name, as `muster cluster` shows it" };
        command.Add(node);
        var flags = new OptionFlags(command, defaults: [LocalPlace.Directory]);
        command.SetAction(async (parsed, token) =>
        {
            var directory = LocalPlace.DirectoryOf(flags.Load(parsed));
            var found = LocalClusterFile.Read(directory).Node(parsed.GetValue(node)!);
            Terminal.Out.MarkupLineInterpolated($"{await work(directory, found, token)}");
        });
        return command;
    }

    private static async Task<string> KillAsync(string directory, LocalNode node, CancellationToken token)
    {
        RequireAlive(node);
        await LocalProcess.SignalAsync(node.ProcessId, "KILL", token);
        return $"Killed {node.Name}. `muster cluster resume {node.Name}` starts it again.";
    }

    private static async Task<string> PauseAsync(string directory, LocalNode node, CancellationToken token)
    {
        RequireAlive(node);
        await LocalProcess.SignalAsync(node.ProcessId, "STOP", token);
        return $"Paused {node.Name}. `muster cluster resume {node.Name}` lets it go on.";
    }

    private static async Task<string> ResumeAsync(string directory, LocalNode node, CancellationToken token)
    {
        if (node.State != LocalNodeState.Gone)
        {
            await LocalProcess.SignalAsync(node.ProcessId, "CONT", token);
            return $"{node.Name} goes on.";
        }

        var again = await LocalCluster.RestartAsync(directory, node, TimeProvider.System, token);
        return $"{again.Name} runs again, as process {again.ProcessId}.";
    }

    private static void RequireAlive(LocalNode node)
    {
        if (node.State == LocalNodeState.Gone)
        {
            throw new StartRefusedException(
                $"{node.Name} does not run.", $"Maybe start it again: muster cluster resume {node.Name}.");
        }
    }
}
