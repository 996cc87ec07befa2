using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using Muster.Testing;

namespace Muster.Server.Tests.Pages;

/// <summary>
/// The terminals of somebody who follows a page, in a folder that looks like Muster's: ./muster is the built program,
/// at a port of its own and with data of its own.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class PageTerminals : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = TemporaryFolder.Make();
    private readonly List<Process> _others = [];
    private readonly StringBuilder _said = new();
    private readonly int _port = FreePort();

    public PageTerminals()
    {
        File.CreateSymbolicLink(In("samples"), Path.Combine(Accepted.Repository, "samples"));
        var program = Path.Combine(Accepted.Repository, "artifacts/bin/Muster.Server/release/muster");
        File.WriteAllText(In("muster"), $"""
            #!/bin/sh
            case $1 in
              serve) exec {program} "$@" --urls {Address} ;;
              plan|feed) exec {program} "$@" --url {Address} ;;
              simulate) exec {program} "$@" --server {Address} ;;
              *) exec {program} "$@" ;;
            esac
            """);
        File.SetUnixFileMode(In("muster"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>All that the terminals have shown.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    private string Data => In("data/muster");

    /// <summary>Runs commands in a terminal of their own, and returns when they have said something.</summary>
    public async Task StartAsync(string commands)
    {
        var before = Said.Length;
        var shell = Open(commands.Replace("./muster", "exec ./muster", StringComparison.Ordinal));
        _others.Add(shell);
        await Until.FineAsync(Patience, () => Task.FromResult(
            shell.HasExited ? throw new InvalidOperationException(Said)
                : Said.Length > before && (Said[before..].Contains("Ctrl+C", StringComparison.Ordinal)
                    || Said[before..].Contains("agents", StringComparison.Ordinal)) ? null : Said));
    }

    /// <summary>Runs commands one after the other; what was exported in the terminal before is known.</summary>
    public async Task RunAsync(string commands)
    {
        using var shell = Open($"""
            if [ -e environment ]; then . ./environment; fi
            set -e
            {commands}
            export -p > environment
            """);
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, $"{commands}\n{Said}");
    }

    public async Task<string> FirstPasswordAsync()
    {
        const string Before = "First sign-in: user admin, password ";
        await Until.FineAsync(Patience, () => Task.FromResult(
            Said.Contains(Before, StringComparison.Ordinal) ? null : Said));
        var said = Said;
        return said[(said.IndexOf(Before, StringComparison.Ordinal) + Before.Length)..].Split(' ', '\n')[0];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var shell in Enumerable.Reverse(_others))
        {
            using var kill = Process.Start("kill", ["-TERM", $"{shell.Id}"]);
            await shell.WaitForExitAsync();
            shell.Dispose();
        }

        await PostgresLeftovers.EndAsync(Data);
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private Process Open(string commands)
    {
        var start = new ProcessStartInfo("sh", ["-c", commands])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_DATA_HOME"] = In("data");
        var shell = new Process { StartInfo = start };
        shell.OutputDataReceived += (_, line) => Hear(line.Data);
        shell.ErrorDataReceived += (_, line) => Hear(line.Data);
        shell.Start();
        shell.BeginOutputReadLine();
        shell.BeginErrorReadLine();
        return shell;
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }
    }
}
