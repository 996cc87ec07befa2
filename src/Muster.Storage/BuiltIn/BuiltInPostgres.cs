using Microsoft.Extensions.Logging;

namespace Muster.Storage.BuiltIn;

/// <summary>
/// A PostgreSQL of Muster's own in its data directory, reached over a Unix socket. It is started again when it dies,
/// and what an earlier Muster left running is ended first. Disposing stops it; no process is left.
/// </summary>
public sealed partial class BuiltInPostgres : IAsyncDisposable
{
    private readonly BuiltInPostgresSettings _settings;
    private readonly DataDirectoryLock _lock;
    private readonly Cluster _cluster;
    private readonly Ballast _ballast;
    private readonly TimeProvider _time;
    private readonly ILogger<BuiltInPostgres> _logger;
    private readonly ClusterReaper _reaper;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lazy<Task> _stopped;
    private Task _supervision = Task.CompletedTask;

    private BuiltInPostgres(
        BuiltInPostgresSettings settings,
        DataDirectoryLock held,
        Cluster cluster,
        TimeProvider time,
        ILogger<BuiltInPostgres> logger)
    {
        _settings = settings;
        _lock = held;
        _cluster = cluster;
        _time = time;
        _logger = logger;
        _ballast = new Ballast(cluster.Directory, settings);
        _reaper = new ClusterReaper(cluster.Directory, time);
        _stopped = new Lazy<Task>(StopAsync);
    }

    /// <summary>How Npgsql connects, as superuser.</summary>
    public string ConnectionString => _cluster.ConnectionString;

    /// <summary>How psql connects, as superuser.</summary>
    public string Url => _cluster.Url;

    /// <summary>Makes a data directory that is not there yet, as the start does.</summary>
    /// <exception cref="BuiltInPostgresException">It cannot be made.</exception>
    public static void MakeDirectory(string path) => DataDirectory.Create(path);

    /// <summary>
    /// Makes the cluster if there is none and starts it. Every reason why that cannot be is a
    /// <see cref="BuiltInPostgresException"/>, after which nothing runs and nothing half-made stays.
    /// </summary>
    public static async Task<BuiltInPostgres> StartAsync(
        BuiltInPostgresSettings settings,
        TimeProvider time,
        ILogger<BuiltInPostgres> logger,
        CancellationToken token)
    {
        var directory = DataDirectory.Create(settings.DataDirectory);
        var held = DataDirectoryLock.Take(directory);
        try
        {
            var cluster = await new ClusterPreparation(settings, directory, time, logger).RunAsync(token);
            var postgres = new BuiltInPostgres(settings, held, cluster, time, logger);
            await postgres.RunAsync(token);
            return postgres;
        }
        catch (Exception error)
        {
            held.Dispose();
            if (error is IOException or UnauthorizedAccessException)
            {
                throw BuiltInPostgresException.Unusable(directory.Path, error);
            }

            throw;
        }
    }

    /// <summary>Finds the server of a data directory that another process runs; starts and changes nothing.</summary>
    public static PostgresLook Look(string dataDirectory) => PostgresLook.At(dataDirectory);

    /// <summary>Stops the server; further calls wait for the same stop.</summary>
    public async ValueTask DisposeAsync() => await _stopped.Value;

    private async Task RunAsync(CancellationToken token)
    {
        var postmaster = await StartServerAsync(token);
        MakeBallast();
        _supervision = SuperviseAsync(postmaster);
    }

    private async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _supervision;
        await _reaper.ReapAsync(politely: _settings.Durable, CancellationToken.None);
        Directory.Delete(_cluster.SocketDirectory, recursive: true);
        SetState(PostgresState.Stopped);
        _logger.PostgresStopped(_cluster.Directory.Cluster);
        _lock.Dispose();
        _stop.Dispose();
    }
}
