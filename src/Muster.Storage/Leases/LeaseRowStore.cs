using Muster.Cluster;
using Muster.Cluster.Leases;
using Npgsql;

namespace Muster.Storage.Leases;

/// <summary>What one session does to the rows and the advisory lock of its lease.</summary>
/// <param name="life">How long the lease lives from its last renewal.</param>
internal sealed class LeaseRowStore(NpgsqlConnection connection, string lease, TimeSpan life)
{
    // Longer than a fenced transaction can last: its end is what the new epoch waits for.
    private const int EpochTimeoutSeconds = 7;

    // A contender that is paused while it looks must not keep the holder from renewing: the server ends its session
    // well before the holder's own patience ends.
    private const string LimitIdleness = "SET LOCAL idle_in_transaction_session_timeout = '500ms'";

    // Whoever takes the lease may hold its row for seconds. The others do not queue for it.
    private const string LimitLook = "SET LOCAL lock_timeout = '500ms'";

    private const string LimitEpoch = "SET LOCAL lock_timeout = '6s'";

    private const string AddLease = """
        INSERT INTO lease (name, expires_at, taken_at, taken_because)
        VALUES ($1, clock_timestamp(), clock_timestamp(), '')
        ON CONFLICT DO NOTHING
        """;

    private const string AddFence = """
        INSERT INTO fence (name, timeline, epoch) VALUES ($1, timeline(), 0) ON CONFLICT DO NOTHING
        """;

    // FOR UPDATE: one contender at a time, and no renewal while it decides. Whatever reads after it is a statement of
    // its own: it sees rows and clock as they are under the lock, not as they were when the wait for it began. (In the
    // update's own statement, the fence would be read from before a takeover that it has waited for.)
    private const string LockRow = "SELECT 1 FROM lease WHERE name = $1 FOR UPDATE";

    private const string SelectRow = """
        SELECT holder, incarnation, expires_at - clock_timestamp(), renewal, detector,
            CASE WHEN handover_until > clock_timestamp() THEN handover_to END,
            greatest(handover_until - clock_timestamp(), interval '0')
        FROM lease WHERE name = $1
        """;

    // Waits for transactions that hold the old fence FOR SHARE.
    private const string RaiseEpoch = """
        UPDATE fence SET timeline = timeline(), epoch = epoch + 1 WHERE name = $1 RETURNING timeline, epoch
        """;

    // After the epoch: its life begins when it has been obtained, not when the wait for it began.
    private const string Take = """
        UPDATE lease SET holder = $2, incarnation = $3, expires_at = clock_timestamp() + $4::interval,
            renewal = renewal + 1, detector = $5, handover_to = NULL, handover_until = NULL,
            taken_at = clock_timestamp(), taken_because = $6
        WHERE name = $1
        """;

    // The fence tells whose tenure it is: each has its own epoch, and a session that was opened anew in the middle of a
    // tenure goes on with it. The fence is stable here, because a takeover holds the row that LockRow has locked.
    private const string Renew = """
        UPDATE lease l SET expires_at = clock_timestamp() + $4::interval, renewal = l.renewal + 1, detector = $5
        FROM fence f
        WHERE l.name = $1 AND f.name = l.name AND f.timeline = $2 AND f.epoch = $3
            AND timeline() = $2 AND l.holder IS NOT NULL AND l.expires_at > clock_timestamp()
        RETURNING l.handover_to
        """;

    private const string Release = """
        UPDATE lease l SET holder = NULL, incarnation = NULL, expires_at = clock_timestamp(), detector = false,
            handover_until = CASE WHEN l.handover_to IS NOT NULL THEN clock_timestamp() + interval '1 second' END
        FROM fence f
        WHERE l.name = $1 AND f.name = l.name AND f.timeline = $2 AND f.epoch = $3 AND l.holder IS NOT NULL
        """;

    // Advisory locks belong to the session, whatever becomes of a transaction.
    private const string WaitForLock = "SELECT wait_for_lock($1, hashtext($2), $3)";

    private const string TryLock = "SELECT pg_try_advisory_lock($1, hashtext($2))";

    private const string Unlock = "SELECT pg_advisory_unlock($1, hashtext($2))";

    private const string Pause = "SELECT pg_sleep($1)";

    private const string EndLockHolders = """
        SELECT count(pg_terminate_backend(pid)) FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND pid <> pg_backend_pid()
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND classid = $1::integer::oid AND objid = hashtext($2)::oid
        """;

    public string Lease => lease;

    public bool IsOpen => connection.State == System.Data.ConnectionState.Open;

    public ValueTask<NpgsqlTransaction> BeginAsync(CancellationToken token) =>
        connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, token);

    /// <exception cref="PostgresException">Lock not available: somebody takes the lease at this moment.</exception>
    public async Task<LeaseRow> LockAsync(CancellationToken token)
    {
        var rows = await new NpgsqlBatch(connection)
            .Then(LimitIdleness)
            .Then(LimitLook)
            .Then(AddLease, lease)
            .Then(AddFence, lease)
            .Then(LockRow, lease)
            .Then(SelectRow, lease)
            .ListAsync(1, Map, token);
        return rows[0];
    }

    public async Task<Fence> TakeAsync(NodeId node, bool detector, string because, CancellationToken token)
    {
        var batch = new NpgsqlBatch(connection) { Timeout = EpochTimeoutSeconds }
            .Then(LimitEpoch)
            .Then(RaiseEpoch, lease)
            .Then(Take, lease, node.Name, node.Incarnation, life, detector, because);
        var fences = await batch.ListAsync(0, row => new Fence(lease, row.GetInt32(0), row.GetInt64(1)), token);
        return fences[0];
    }

    public async Task<LeaseRenewal> RenewAsync(Fence fence, bool detector, CancellationToken token)
    {
        var renewed = await new NpgsqlBatch(connection)
            .Then(LockRow, lease)
            .Then(Renew, lease, fence.Timeline, fence.Epoch, life, detector)
            .ListAsync(1, row => new LeaseRenewal(true, row.Text(0)), token);
        return renewed.Count > 0 ? renewed[0] : new LeaseRenewal(false, null);
    }

    public Task ReleaseAsync(Fence fence, CancellationToken token) =>
        new NpgsqlBatch(connection)
            .Then(LockRow, lease)
            .Then(Release, lease, fence.Timeline, fence.Epoch)
            .ExecuteAsync(token);

    public async Task<bool> WaitForLockAsync(TimeSpan atMost, TimeSpan pause, CancellationToken token)
    {
        var batch = new NpgsqlBatch(connection)
        {
            Timeout = connection.CommandTimeout + (int)Math.Ceiling((atMost + pause).TotalSeconds),
        };
        return (await batch
            .Then(Pause, pause.TotalSeconds)
            .Then(WaitForLock, LockIds.LeaseClass, lease, atMost)
            .ListAsync(1, row => row.GetBoolean(0), token))[0];
    }

    public async Task<bool> TryLockAsync(CancellationToken token)
    {
        await using var command = new NpgsqlCommand(TryLock, connection).With([LockIds.LeaseClass, lease]);
        return (bool)(await command.ExecuteScalarAsync(token))!;
    }

    public Task UnlockAsync(CancellationToken token) =>
        new NpgsqlCommand(Unlock, connection).With([LockIds.LeaseClass, lease]).ExecuteAsync(token);

    /// <summary>Ends the sessions that own the lock, but for this one.</summary>
    public Task EndLockHoldersAsync(CancellationToken token) =>
        new NpgsqlCommand(EndLockHolders, connection).With([LockIds.LeaseClass, lease]).ExecuteAsync(token);

    private static LeaseRow Map(NpgsqlDataReader row) => new(
        row.IsDBNull(0) ? null : new NodeId(row.GetString(0), row.GetInt64(1)),
        row.GetFieldValue<TimeSpan>(2),
        row.GetInt64(3),
        row.GetBoolean(4),
        row.Text(5),
        row.IsDBNull(6) ? TimeSpan.Zero : row.GetFieldValue<TimeSpan>(6));
}
