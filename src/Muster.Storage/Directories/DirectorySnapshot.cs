using System.Runtime.CompilerServices;
using Muster.Cluster.Streams;
using Muster.Domain.Sources;
using Npgsql;

namespace Muster.Storage.Directories;

/// <summary>
/// Everything that the directory held at one moment. It holds a connection and a transaction until it is disposed, and
/// is read once, by one task.
/// </summary>
public sealed class DirectorySnapshot : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    internal DirectorySnapshot(
        NpgsqlConnection connection, NpgsqlTransaction transaction, ScopePosition position, long count) =>
        (_connection, _transaction, Position, Count) = (connection, transaction, position, count);

    /// <summary>Where changes go on from.</summary>
    public ScopePosition Position { get; }

    /// <summary>How many objects there are.</summary>
    public long Count { get; }

    /// <summary>The objects, by kind in the order of <see cref="ObjectKind"/>.</summary>
    public async IAsyncEnumerable<DirectoryEntry> ReadAsync([EnumeratorCancellation] CancellationToken token)
    {
        foreach (var kind in Enum.GetValues<ObjectKind>())
        {
            await using var command = DirectorySnapshotStore.KindCommand(_connection, kind);
            await using var reader = await command.ExecuteReaderAsync(token);
            await foreach (var entry in ReadAsync(command, reader, token))
            {
                yield return entry;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static async IAsyncEnumerable<DirectoryEntry> ReadAsync(
        NpgsqlCommand command, NpgsqlDataReader reader, [EnumeratorCancellation] CancellationToken token)
    {
        var isWhole = false;
        try
        {
            while (await reader.ReadAsync(token))
            {
                yield return DirectoryStore.Map(reader);
            }

            isWhole = true;
        }
        finally
        {
            // Left early: else the rest of the rows would be read and thrown away.
            if (!isWhole)
            {
                command.Cancel();
            }
        }
    }
}
