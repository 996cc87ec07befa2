using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Muster.Storage.BuiltIn;

/// <summary>One run of the server's first process, from its start to its end.</summary>
internal sealed class Postmaster : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan News = TimeSpan.FromSeconds(10);

    private readonly Cluster _cluster;
    private readonly TimeProvider _time;
    private readonly ILogger<BuiltInPostgres> _logger;
    private readonly Process _process;
    private readonly Task _listening;
    private readonly LastLines _last = new();

    private Postmaster(Cluster cluster, TimeProvider time, ILogger<BuiltInPostgres> logger)
    {
        _cluster = cluster;
        _time = time;
        _logger = logger;
        _process = Launch(cluster);
        Exited = _process.WaitForExitAsync();
        _listening = ListenAsync();
    }

    public int Id => _process.Id;

    /// <summary>Completes when the process has ended, for whatever reason.</summary>
    public Task Exited { get; }

    /// <summary>The last lines of what it said.</summary>
    public string Said => _last.ToString();

    /// <summary>
    /// Starts the server and waits until it takes connections, however long it recovers from a crash. A server that
    /// does not come up is an exception with its last words; then no process of it is left.
    /// </summary>
    public static async Task<Postmaster> StartAsync(
        Cluster cluster,
        TimeProvider time,
        ILogger<BuiltInPostgres> logger,
        CancellationToken token)
    {
        SocketDirectory.Clear(cluster.SocketDirectory);
        var postmaster = new Postmaster(cluster, time, logger);
        try
        {
            await postmaster.BecomeReadyAsync(token);
            return postmaster;
        }
        catch (Exception)
        {
            await postmaster.EndAsync();
            await new ClusterReaper(cluster.Directory, time).ReapAsync(politely: false, CancellationToken.None);
            postmaster.Dispose();
            throw;
        }
    }

    public void Dispose() => _process.Dispose();

    /// <summary>In a session of its own, so that Ctrl+C reaches Muster only, which then stops it.</summary>
    private static Process Launch(Cluster cluster)
    {
        var command = cluster.Postgres(ServerArguments.For(cluster));
        try
        {
            // macOS has no setsid: there Ctrl+C stops the server and Muster at the same time, which does no harm.
            var process = OperatingSystem.IsLinux() ? command.InOwnSession().Start() : command.Start();
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception error)
        {
            throw cluster.Failure(command.Program, error.Message);
        }
    }

    /// <summary>By its own id, for it may be so young that it does not yet look like a process of the cluster.</summary>
    private async Task EndAsync()
    {
        if (Exited.IsCompleted)
        {
            return;
        }

        Posix.Signal(Id, Posix.Quit);
        await Task.WhenAny(Exited, Task.Delay(Patience, _time, CancellationToken.None));
        _process.Kill();
        await Exited;
    }

    private async Task BecomeReadyAsync(CancellationToken token)
    {
        var start = _time.GetTimestamp();
        var told = 1;
        while (!IsReady())
        {
            if (Exited.IsCompleted)
            {
                throw await LastWordsAsync(token);
            }

            if (_time.GetElapsedTime(start) > told * News)
            {
                told++;
                _logger.StillStarting(Said);
            }

            await Task.Delay(Look, _time, token);
        }
    }

    // The file of an earlier run may still be there: only one that names our process speaks of our process.
    private bool IsReady() =>
        PostmasterFile.Read(_cluster.Directory.PostmasterFile) is { IsReady: true } file && file.ProcessId == Id;

    private async Task<BuiltInPostgresException> LastWordsAsync(CancellationToken token)
    {
        await Task.WhenAny(_listening, Task.Delay(Patience, _time, token));
        return _cluster.Failure(_cluster.Programs.Postgres, Said);
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            _last.Add(line);
            _logger.Pass(line);
        }
    }
}
