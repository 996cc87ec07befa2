using Muster.Cluster.Streams;
using Muster.Storage.Streams;
using Npgsql;

namespace Muster.Storage;

/// <summary>
/// One change to the database, with its audit rows and the changes of scopes: all of it or nothing. Disposed without
/// <see cref="CommitAsync"/>, it rolls back. Used by one task at a time.
/// </summary>
public sealed class WriteTransaction : SqlSession, IAsyncDisposable
{
    private readonly Database _database;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly IDisposable? _place;
    private readonly RecordedChanges _recorded = new();
    private Func<IReadOnlyList<CommittedScope>, CancellationToken, Task>? _last;
    private bool _isDone;

    internal WriteTransaction(
        Database database, (NpgsqlConnection Connection, NpgsqlTransaction Transaction, IDisposable? Place) open,
        WriteContext context)
    {
        (_database, _connection, _transaction, _place) = (database, open.Connection, open.Transaction, open.Place);
        Context = context;
    }

    public WriteContext Context { get; }

    internal Version ServerVersion => _connection.PostgreSqlVersion;

    internal override NpgsqlCommand Command(string sql, params ReadOnlySpan<object?> values) =>
        new NpgsqlCommand(sql, _connection, _transaction).With(values);

    internal async Task<ulong> CopyAsync(
        string sql, Func<NpgsqlBinaryImporter, CancellationToken, Task> write, CancellationToken token)
    {
        await using var importer = await _connection.BeginBinaryImportAsync(sql, token);
        await write(importer, token);
        return await importer.CompleteAsync(token);
    }

    internal NpgsqlBatch Batch() => new(_connection, _transaction);

    /// <summary>Notes a change; it is written when the transaction commits.</summary>
    public void Record(ScopeName scope, Change change) => _recorded.Add(scope, change);

    /// <summary>
    /// What is written when it is known which versions the transaction makes: the last step before the commit. It
    /// holds the scopes' locks, so it is short.
    /// </summary>
    public void WhenMoved(Func<IReadOnlyList<CommittedScope>, CancellationToken, Task> last) => _last = last;

    /// <returns>The scopes that moved, with the changes that moved them; none if none was recorded.</returns>
    public async Task<IReadOnlyList<CommittedScope>> CommitAsync(CancellationToken token)
    {
        // Last before the commit, because the scopes' rows stay locked until then: every writer waits for them.
        var moved = _recorded.IsEmpty
            ? []
            : await ChangeStore.WriteAsync(this, _recorded, _database.NodeName, _database.Notify, token);
        if (_last is not null)
        {
            await _last(moved, token);
        }

        await _transaction.CommitAsync(token);

        // Whoever follows the changes needs a connection, and the next one who writes a place.
        await DisposeAsync();
        if (moved.Count > 0)
        {
            await _database.Committed(moved);
        }

        return moved;
    }

    // Once only: the objects of a connection are used again, and a second time would end somebody else's transaction.
    public async ValueTask DisposeAsync()
    {
        if (_isDone)
        {
            return;
        }

        _isDone = true;
        try
        {
            await _transaction.DisposeAsync();
            await _connection.DisposeAsync();
        }
        finally
        {
            _place?.Dispose();
        }
    }
}
