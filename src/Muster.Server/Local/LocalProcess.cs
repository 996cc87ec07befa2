using System.ComponentModel;
using System.Diagnostics;

namespace Muster.Server.Local;

/// <summary>Starts processes and sends them signals.</summary>
public static class LocalProcess
{
    private const string ConnectionVariable = "MUSTER_DATABASE__CONNECTION";

    /// <summary>Starts a program on a database; what it says goes to a file.</summary>
    /// <param name="connection">Told through the environment: everybody on the machine can read arguments.</param>
    /// <returns>Its process id.</returns>
    public static int Start(string program, IReadOnlyList<string> arguments, string log, string connection)
    {
        // A shell in between only to redirect: exec puts the program in its place. setsid keeps Ctrl+C from it: a
        // cluster is taken down in order.
        string[] command = ["-c", "exec \"$@\" >>\"$0\" 2>&1", log, "setsid", program, .. arguments];
        var start = new ProcessStartInfo("/bin/sh", command);
        start.Environment[ConnectionVariable] = connection;
        using var process = Process.Start(start)!;
        return process.Id;
    }

    public static LocalNodeState StateOf(int id)
    {
        try
        {
            // "123 (muster) T ...": the letter after the name, which may hold anything but ends with the last bracket.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[stat.LastIndexOf(')') + 2] switch
            {
                'T' or 't' => LocalNodeState.Paused,
                'Z' or 'X' => LocalNodeState.Gone,
                _ => LocalNodeState.Running,
            };
        }
        catch (IOException)
        {
            return LocalNodeState.Gone;
        }
    }

    /// <summary>Whether a process is the one that was started with this argument: ids are given out again.</summary>
    public static bool Runs(int id, string argument)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0').Contains(argument);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Sends a signal to a process that may have ended, or be another user's.</summary>
    /// <returns>False when it could not be sent.</returns>
    public static async Task<bool> TrySignalAsync(int id, string signal, CancellationToken token)
    {
        try
        {
            await SignalAsync(id, signal, token);
            return true;
        }
        catch (StartRefusedException)
        {
            return false;
        }
    }

    /// <exception cref="StartRefusedException">There is no such process, or it is another user's.</exception>
    public static async Task SignalAsync(int id, string signal, CancellationToken token)
    {
        try
        {
            using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{signal}", $"{id}"])
            {
                RedirectStandardError = true,
            })!;
            await kill.WaitForExitAsync(token);
            if (kill.ExitCode != 0)
            {
                throw new StartRefusedException(await kill.StandardError.ReadToEndAsync(token));
            }
        }
        catch (Win32Exception missing)
        {
            throw new StartRefusedException(
                $"The program kill cannot be run: {missing.Message}", "Maybe install procps.", missing);
        }
    }
}
