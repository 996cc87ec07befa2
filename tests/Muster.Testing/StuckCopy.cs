using Npgsql;

namespace Muster.Testing;

/// <summary>A writer that stopped in the midst of a COPY into a table, with a lock that others wait for.</summary>
public sealed class StuckCopy : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private NpgsqlBinaryImporter? _importer;

    private StuckCopy(string connectionString) => _connection = new NpgsqlConnection(connectionString);

    /// <param name="database">Where.</param>
    /// <param name="locking">The statement that takes the lock.</param>
    /// <param name="copy">COPY ... FROM STDIN (FORMAT BINARY).</param>
    public static async Task<StuckCopy> BeginAsync(TestDatabase database, string locking, string copy)
    {
        var stuck = new StuckCopy(database.ConnectionString);
        await stuck._connection.OpenAsync();
        await using (var command = new NpgsqlCommand($"BEGIN; {locking}", stuck._connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        stuck._importer = await stuck._connection.BeginBinaryImportAsync(copy);
        return stuck;
    }

    /// <summary>Goes on; fails when the server has ended it.</summary>
    public async Task CompleteAsync() => await _importer!.CompleteAsync();

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();
}
