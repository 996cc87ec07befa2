using Npgsql;

namespace Muster.Storage;

/// <summary>
/// One change to the database, with its audit rows: all of it or nothing. Disposed without <see cref="CommitAsync"/>,
/// it
/// rolls back. Used by one task at a time.
/// </summary>
public sealed class WriteTransaction : SqlSession, IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    internal WriteTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction, WriteContext context) =>
        (_connection, _transaction, Context) = (connection, transaction, context);

    public WriteContext Context { get; }

    internal override NpgsqlCommand Command(string sql, params ReadOnlySpan<object?> values) =>
        new NpgsqlCommand(sql, _connection, _transaction).With(values);

    public Task CommitAsync(CancellationToken token) => _transaction.CommitAsync(token);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
