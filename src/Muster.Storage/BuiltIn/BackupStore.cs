using Npgsql;

namespace Muster.Storage.BuiltIn;

/// <summary>
/// PostgreSQL's backup mode. It lasts as long as the session: whatever dies in between, the server forgets it.
/// </summary>
internal sealed class BackupStore(NpgsqlConnection connection)
{
    // Named long job: the checkpoint at its begin writes all that is not on the disk yet.
    private const int LongJobSeconds = 600;

    // A slot of this session: no segment of the log from here on is recycled before it has been copied.
    private const string KeepLog = """
        SELECT pg_create_physical_replication_slot(
            slot_name => 'backup_' || pg_backend_pid(), immediately_reserve => true, temporary => true)
        """;

    private const string Begin =
        "SELECT pg_walfile_name(lsn) FROM pg_backup_start(label => 'muster', fast => true) AS lsn";

    // Nobody archives the log; what the backup needs of it is copied. The position is that behind the last byte.
    private const string End =
        "SELECT labelfile, pg_walfile_name(lsn - 1) FROM pg_backup_stop(wait_for_archive => false)";

    private const string OwnTablespaces =
        "SELECT spcname FROM pg_tablespace WHERE spcname NOT IN ('pg_default', 'pg_global')";

    /// <returns>A tablespace that lies outside of the cluster, or null.</returns>
    public Task<string?> FindTablespaceAsync(CancellationToken token) =>
        Long(OwnTablespaces).FirstAsync(row => row.GetString(0), token);

    /// <returns>The first segment of the log that the copy needs.</returns>
    public async Task<string> BeginAsync(CancellationToken token)
    {
        await Long(KeepLog).ExecuteAsync(token);
        return (await Long(Begin).FirstAsync(row => row.GetString(0), token))!;
    }

    /// <returns>What has to stand in the copy's label, and the last segment of the log that it needs.</returns>
    public async Task<BackupEnd> EndAsync(CancellationToken token) =>
        (await Long(End).FirstAsync(row => new BackupEnd(row.GetString(0), row.GetString(1)), token))!;

    private NpgsqlCommand Long(string sql) => new(sql, connection) { CommandTimeout = LongJobSeconds };
}
