using System.ComponentModel;
using System.Diagnostics;

namespace Muster.Storage.BuiltIn;

/// <summary>A program with its arguments, run in a clean environment, if need be by another user.</summary>
internal sealed record Command(string Program, params IReadOnlyList<string> Arguments)
{
    private const int NotExecutable = 126;

    public ClusterUser? User { get; init; }

    public string Input { get; init; } = "";

    /// <summary>The same through setsid, which keeps the process id.</summary>
    public Command InOwnSession() => this with { Program = "setsid", Arguments = [Program, .. Arguments] };

    /// <summary>Starts the program; the caller owns its three streams.</summary>
    public Process Start()
    {
        var info = new ProcessStartInfo(Program, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        if (User is { IsOther: true })
        {
            info.UserName = User.Name;
        }

        // Nothing of ours (PGDATA, PGOPTIONS, LANG ...) may change what PostgreSQL does or its language.
        var path = info.Environment["PATH"];
        info.Environment.Clear();
        info.Environment["PATH"] = path;
        info.Environment["LC_ALL"] = "C";
        info.Environment["TZ"] = "UTC";
        return Process.Start(info)!;
    }

    /// <summary>Runs the program to its end. One that cannot be executed is a failure like any other.</summary>
    public async Task<CommandResult> RunAsync(CancellationToken token)
    {
        try
        {
            using var process = Start();
            return await FinishAsync(process, token);
        }
        catch (Win32Exception error)
        {
            return new CommandResult(NotExecutable, "", error.Message);
        }
    }

    private async Task<CommandResult> FinishAsync(Process process, CancellationToken token)
    {
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(token);
            var error = process.StandardError.ReadToEndAsync(token);
            await WriteInputAsync(process.StandardInput, token);
            await process.WaitForExitAsync(token);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private async Task WriteInputAsync(StreamWriter input, CancellationToken token)
    {
        try
        {
            await input.WriteAsync(Input.AsMemory(), token);
            input.Close();
        }
        catch (IOException)
        {
            // It ended before it read its input; its exit code and its words say why.
        }
    }
}
