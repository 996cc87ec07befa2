using System.Data;
using Muster.Cluster.Leases;
using Muster.Storage.Leases;
using Muster.Storage.Streams;
using Npgsql;

namespace Muster.Storage;

/// <summary>
/// The pool of connections. Every statement has a client-side time-out, all tables live in the schema <c>muster</c>,
/// and of several hosts the one that accepts writes is used. Safe for many threads.
/// </summary>
public sealed class Database : SqlSession, IAsyncDisposable
{
    public const string Schema = "muster";

    private const int OldestVersion = 15;

    // Of a connection that lives long and is watched: what it does must fail before its owner's patience ends.
    private const int OwnTimeoutSeconds = 1;
    private const int OwnConnectSeconds = 2;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _own;
    private readonly VitalSession _vital;
    private readonly WriterRoom _writers;
    private readonly DatabaseSettings _settings;

    private Database(DatabaseSettings settings, NpgsqlConnectionStringBuilder text)
    {
        _settings = settings;
        _source = Build(text);
        _own = Build(OwnText(text));
        _vital = new VitalSession(Build(VitalText(text)));
        _writers = new WriterRoom(Math.Max(1, settings.MaxConnections / 2), settings.CommandTimeout);
        Description = ConnectionText.Describe(text);
        Url = ConnectionText.Url(text);
    }

    /// <summary>
    /// Told of the scopes that a transaction of this process has moved, right after its commit, which returns when this
    /// does: so who writes reads what was written. When the answer to a commit is lost, it is not told.
    /// </summary>
    public Func<IReadOnlyList<CommittedScope>, Task> Committed { get; set; } = _ => Task.CompletedTask;

    /// <summary>Where it is, without any secret: "localhost:5432/muster".</summary>
    public string Description { get; }

    /// <summary>How psql connects, without the password.</summary>
    public string Url { get; }

    /// <summary>How psql connects to what a connection string names, without the password.</summary>
    public static string UrlOf(string connectionString) => ConnectionText.Url(ConnectionText.Parse(connectionString));

    /// <summary>Where a connection string leads, without any secret.</summary>
    public static string DescriptionOf(string connectionString) =>
        ConnectionText.Describe(ConnectionText.Parse(connectionString));

    /// <exception cref="StorageException">The connection string cannot be read.</exception>
    public static Database Open(DatabaseSettings settings)
    {
        var text = ConnectionText.Parse(settings.ConnectionString);
        text.ApplicationName = settings.ApplicationName;
        text.SearchPath = Schema;
        text.Options = ConnectionText.SessionOptions(text.Options);
        text.CommandTimeout = (int)Math.Ceiling(settings.CommandTimeout.TotalSeconds);
        text.Timeout = text.CommandTimeout;
        text.CancellationTimeout = 1000;
        text.MaxPoolSize = settings.MaxConnections;
        text.KeepAlive = 10;
        text.HostRecheckSeconds = 1;
        text.IncludeErrorDetail = false;
        return new Database(settings, text);
    }

    internal string NodeName => _settings.NodeName;

    internal bool Notify => _settings.Notify;

    internal override NpgsqlCommand Command(string sql, params ReadOnlySpan<object?> values) =>
        _source.CreateCommand(sql).With(values);

    /// <summary>For what the membership depends on: it never waits for requests.</summary>
    public SqlSession Vital => _vital;

    internal NpgsqlBatch VitalBatch() => _vital.Batch();

    internal NpgsqlBatch Batch() => _source.CreateBatch();

    internal ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken token) => _source.OpenConnectionAsync(token);

    /// <summary>
    /// A connection outside the pool: its session ends with it, and so do the locks that the session holds.
    /// </summary>
    internal ValueTask<NpgsqlConnection> ConnectOwnAsync(CancellationToken token) => _own.OpenConnectionAsync(token);

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

    /// <summary>Waits for its turn where half of all connections write already.</summary>
    public async Task<WriteTransaction> BeginAsync(WriteContext context, CancellationToken token)
    {
        var place = await _writers.TakeAsync(token);
        try
        {
            return await BeginAsync(context, place, token);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Begins a transaction of one task of this node that writes one after the other, short ones that hold no scope's
    /// lock: it waits for nobody's turn, and never holds more than one connection.
    /// </summary>
    public Task<WriteTransaction> BeginAloneAsync(WriteContext context, CancellationToken token) =>
        BeginAsync(context, null, token);

    /// <summary>
    /// Begins a transaction that commits only under this tenure of the lease: until it ends, nobody else takes the
    /// lease. The server ends it when it is left idle for a second, and after five in all, or, before PostgreSQL 17,
    /// when a single statement takes five.
    /// </summary>
    /// <exception cref="FenceLostException">The lease has been taken under a newer epoch.</exception>
    public async Task<WriteTransaction> BeginFencedAsync(WriteContext context, Fence fence, CancellationToken token)
    {
        var transaction = await BeginAsync(context, null, token);
        try
        {
            await FenceStore.HoldAsync(transaction, fence, token);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _vital.DisposeAsync();
        _writers.Dispose();
        await _own.DisposeAsync();
        await _source.DisposeAsync();
    }

    /// <param name="place">Given back by the transaction; null: of who never waits for requests.</param>
    private async Task<WriteTransaction> BeginAsync(
        WriteContext context, IDisposable? place, CancellationToken token)
    {
        var connection = await _source.OpenConnectionAsync(token);
        try
        {
            // The change log counts on it: each statement sees what was committed before it began.
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, token);
            return new WriteTransaction(this, (connection, transaction, place), context);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // Of several hosts the primary. With a single one there is nothing to choose, and a choice would leave it out for a
    // second whenever one of its connections breaks.
    private static NpgsqlDataSource Build(NpgsqlConnectionStringBuilder text)
    {
        var builder = new NpgsqlDataSourceBuilder(text.ConnectionString);
        return text.Host?.Contains(',', StringComparison.Ordinal) == true
            ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary)
            : builder.Build();
    }

    private static NpgsqlConnectionStringBuilder VitalText(NpgsqlConnectionStringBuilder text) =>
        new(text.ConnectionString)
        {
            MaxPoolSize = VitalSession.MaxConnections,
            Timeout = OwnConnectSeconds,
            CommandTimeout = OwnTimeoutSeconds,
            CancellationTimeout = -1,
        };

    private static NpgsqlConnectionStringBuilder OwnText(NpgsqlConnectionStringBuilder text) =>
        new(text.ConnectionString)
        {
            Pooling = false,
            Timeout = OwnConnectSeconds,
            CommandTimeout = OwnTimeoutSeconds,
            // A call that was given up closes the connection at once, instead of waiting for the answer to its cancel.
            CancellationTimeout = -1,
        };
}
