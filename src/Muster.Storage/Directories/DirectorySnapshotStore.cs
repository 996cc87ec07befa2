using System.Data;
using Muster.Cluster.Streams;
using Muster.Domain.Sources;
using Npgsql;

namespace Muster.Storage.Directories;

/// <summary>Opens snapshots of the directory.</summary>
public sealed class DirectorySnapshotStore(Database database)
{
    private const string SelectPosition = """
        SELECT t.timeline, coalesce((SELECT version FROM scope WHERE name = $1), 0),
            (SELECT count(*) FROM directory.entry WHERE deleted_at IS NULL)
        FROM (SELECT timeline() AS timeline) t
        """;

    private const string SelectKind = """
        SELECT kind, external_id, tenant, version, changed_at, record::text
        FROM directory.entry WHERE kind = $1 AND deleted_at IS NULL
        """;

    public async Task<DirectorySnapshot> OpenAsync(CancellationToken token)
    {
        var connection = await database.ConnectAsync(token);
        try
        {
            // All statements see what was committed when the first of them began: position and rows belong together.
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
            var (position, count) = await ReadPositionAsync(connection, token);
            return new DirectorySnapshot(connection, transaction, position, count);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The rows of a kind, as they come: one at a time.</summary>
    internal static NpgsqlCommand KindCommand(NpgsqlConnection connection, ObjectKind kind) =>
        new NpgsqlCommand(SelectKind, connection).With([SourceJson.Name(kind)]);

    private static async Task<(ScopePosition Position, long Count)> ReadPositionAsync(
        NpgsqlConnection connection, CancellationToken token)
    {
        var rows = await new NpgsqlCommand(SelectPosition, connection).With([DirectoryFeedStore.Scope.Value]).ListAsync(
            row => (new ScopePosition(row.GetInt32(0), row.GetInt64(1)), row.GetInt64(2)), token);
        return rows[0];
    }
}
