using Muster.Server.Options;
using Muster.Storage;
using Muster.Storage.BuiltIn;
using Muster.Storage.Migrations;

namespace Muster.Server.Host;

/// <summary>
/// The database of this process: an external one, or the built-in PostgreSQL, which lives as long as this does. From
/// here
/// on there is one code path.
/// </summary>
public sealed class DatabaseHome : IAsyncDisposable
{
    private DatabaseHome(OptionSet options, string connection, BuiltInPostgres? builtIn)
    {
        (Database, ConnectionString, BuiltIn) = (Open(options, connection), connection, builtIn);
        Url = builtIn?.Url ?? Database.Url;
    }

    public Database Database { get; }

    /// <summary>The server this process started; null when it is another's.</summary>
    public BuiltInPostgres? BuiltIn { get; }

    /// <summary>How other processes connect.</summary>
    public string ConnectionString { get; }

    /// <summary>How psql connects.</summary>
    public string Url { get; }

    /// <summary>
    /// Opens the database for a node, starting the built-in PostgreSQL if it is to be used, and migrates it.
    /// </summary>
    /// <exception cref="StorageException">It cannot be reached or used.</exception>
    /// <exception cref="BuiltInPostgresException">The built-in PostgreSQL cannot run.</exception>
    public static async Task<DatabaseHome> OpenAsync(
        OptionSet options, TimeProvider time, ILoggerFactory loggers, CancellationToken token)
    {
        var home = options.Database.Connection.Length > 0
            ? External(options)
            : await StartBuiltInAsync(options, time, loggers, token);
        try
        {
            await home.Database.CheckAsync(token);
            await new Migrator(home.Database, time, loggers.CreateLogger<Migrator>()).MigrateAsync(token);
            return home;
        }
        catch
        {
            await home.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the database for a command: a running node's if there is one, else as a node would.</summary>
    public static async Task<DatabaseHome> BorrowAsync(
        OptionSet options, TimeProvider time, ILoggerFactory loggers, CancellationToken token)
    {
        try
        {
            return await OpenAsync(options, time, loggers, token);
        }
        catch (BuiltInPostgresException held) when (held.Failure == BuiltInPostgresFailure.InUse)
        {
            if (BuiltInPostgres.Look(DataPlace.Of(options.Data)) is PostgresLook.Running running)
            {
                return new DatabaseHome(options, running.ConnectionString, null);
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (BuiltIn is not null)
        {
            await BuiltIn.DisposeAsync();
        }
    }

    private static DatabaseHome External(OptionSet options) => new(options, options.Database.Connection, null);

    private static async Task<DatabaseHome> StartBuiltInAsync(
        OptionSet options, TimeProvider time, ILoggerFactory loggers, CancellationToken token)
    {
        var settings = new BuiltInPostgresSettings
        {
            DataDirectory = DataPlace.Of(options.Data),
            RunAsUser = options.Database.RunAs is { Length: > 0 } user ? user : null,
            BallastMegabytes = options.Database.Ballast,
            LowSpaceMegabytes = options.Database.LowSpace,
        };
        var builtIn = await BuiltInPostgres.StartAsync(settings, time, loggers.CreateLogger<BuiltInPostgres>(), token);
        return new DatabaseHome(options, builtIn.ConnectionString, builtIn);
    }

    private static Database Open(OptionSet options, string connection) => Database.Open(new DatabaseSettings(
        connection, "muster", TimeSpan.FromSeconds(options.Database.CommandTimeout), options.Database.MaxConnections)
    {
        NodeName = NodeInfo.NameOf(options.Server),
        Notify = options.Database.Notify,
    });
}
