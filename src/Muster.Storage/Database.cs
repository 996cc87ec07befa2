using Npgsql;

namespace Muster.Storage;

/// <summary>
/// The pool of connections. Every statement has a client-side time-out, all tables live in the schema <c>muster</c>,
/// and of
/// several hosts the one that accepts writes is used. Safe for many threads.
/// </summary>
public sealed class Database : SqlSession, IAsyncDisposable
{
    public const string Schema = "muster";

    private const int OldestVersion = 15;

    private readonly NpgsqlDataSource _source;

    private Database(NpgsqlDataSource source, NpgsqlConnectionStringBuilder text)
    {
        _source = source;
        Description = ConnectionText.Describe(text);
        Url = ConnectionText.Url(text);
    }

    /// <summary>Where it is, without any secret: "localhost:5432/muster".</summary>
    public string Description { get; }

    /// <summary>How psql connects, without the password.</summary>
    public string Url { get; }

    /// <summary>How psql connects to what a connection string names, without the password.</summary>
    public static string UrlOf(string connectionString) => ConnectionText.Url(ConnectionText.Parse(connectionString));

    /// <exception cref="StorageException">The connection string cannot be read.</exception>
    public static Database Open(DatabaseSettings settings)
    {
        var text = ConnectionText.Parse(settings.ConnectionString);
        text.ApplicationName = settings.ApplicationName;
        text.SearchPath = Schema;
        text.CommandTimeout = (int)Math.Ceiling(settings.CommandTimeout.TotalSeconds);
        text.Timeout = text.CommandTimeout;
        text.CancellationTimeout = 1000;
        text.MaxPoolSize = settings.MaxConnections;
        text.KeepAlive = 10;
        text.HostRecheckSeconds = 1;
        text.IncludeErrorDetail = false;
        var builder = new NpgsqlDataSourceBuilder(text.ConnectionString);
        var source = builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary);
        return new Database(source, text);
    }

    internal override NpgsqlCommand Command(string sql, params ReadOnlySpan<object?> values) =>
        _source.CreateCommand(sql).With(values);

    internal ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken token) => _source.OpenConnectionAsync(token);

    /// <summary>Connects once, to find out early that it does not work.</summary>
    /// <exception cref="StorageException">It cannot be reached, refuses the sign-in, or is too old.</exception>
    public async Task CheckAsync(CancellationToken token)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(token);
            if (connection.PostgreSqlVersion.Major < OldestVersion)
            {
                throw new StorageException(
                    $"{Description} is PostgreSQL {connection.PostgreSqlVersion}; "
                        + $"Muster needs {OldestVersion} or newer.",
                    "Maybe leave --database out and use the built-in one.");
            }
        }
        catch (Exception problem)
            when (problem is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new StorageException(
                $"The database {Description} cannot be used: {problem.Message}",
                "Maybe check host, port, user, password and database name.",
                problem);
        }
    }

    public async Task<WriteTransaction> BeginAsync(WriteContext context, CancellationToken token)
    {
        var connection = await _source.OpenConnectionAsync(token);
        try
        {
            return new WriteTransaction(connection, await connection.BeginTransactionAsync(token), context);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
