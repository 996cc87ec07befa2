using Npgsql;

namespace Muster.Storage;

/// <summary>
/// The pool of connections. Every statement has a client-side time-out, all tables live in the schema <c>muster</c>, and of
/// several hosts the one that accepts writes is used. Safe for many threads.
/// </summary>
public sealed class Database : SqlSession, IAsyncDisposable
{
    public const string Schema = "muster";

    private readonly NpgsqlDataSource _source;

    private Database(NpgsqlDataSource source, string description) => (_source, Description) = (source, description);

    /// <summary>Where it is, without any secret: "localhost:5432/muster".</summary>
    public string Description { get; }

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
        return new Database(source, ConnectionText.Describe(text));
    }

    internal override NpgsqlCommand Command(string sql, params ReadOnlySpan<object?> values) =>
        _source.CreateCommand(sql).With(values);

    internal ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken token) => _source.OpenConnectionAsync(token);

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
