using System.Globalization;
using Muster.Cluster;
using Muster.Cluster.Leases;
using Npgsql;

namespace Muster.Storage.Leases;

/// <summary>The leases of this database.</summary>
/// <param name="incarnation">Of the node that opens sessions: by it others see for which leases it waits.</param>
/// <param name="life">How long a lease lives from its last renewal, by the database's clock.</param>
public sealed class LeaseStore(Database database, long incarnation, TimeSpan life) : ILeaseStore
{
    // Waiting are those whose session waits for the lease's advisory lock. Of a session's name PostgreSQL keeps 63
    // bytes and no other letters than ASCII, so it carries the node's incarnation, which the membership knows. A cast
    // makes an oid of a negative hash, as pg_locks shows it.
    private const string SelectAll = """
        SELECT l.name, f.timeline, f.epoch, l.holder, l.incarnation, l.expires_at - clock_timestamp(),
            l.taken_at, l.taken_because, l.handover_to,
            ARRAY(
                SELECT DISTINCT m.node
                FROM pg_locks k JOIN pg_stat_activity a USING (pid)
                JOIN member m
                    ON m.incarnation = substring(a.application_name FROM '^muster lease ([0-9]{1,18})( |$)')::bigint
                WHERE k.locktype = 'advisory' AND NOT k.granted AND k.objsubid = 2
                    AND k.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    AND k.classid = $1::integer::oid AND k.objid = hashtext(l.name)::oid
                ORDER BY m.node)
        FROM lease l JOIN fence f USING (name)
        WHERE f.epoch > 0
        ORDER BY l.name
        """;

    // The holder itself cannot be asked to hand over to itself: that takes a wish back.
    private const string AskHandover = """
        WITH asked AS (
            UPDATE lease SET handover_to = nullif($2, holder)
            WHERE name = $1 AND holder IS NOT NULL AND expires_at > clock_timestamp()
            RETURNING name
        )
        SELECT 1, pg_notify('muster_lease', name)::text FROM asked
        """;

    private const string NameSession = "SELECT set_config('application_name', $1, false)";

    /// <summary>For who only looks, and asks for handovers.</summary>
    public LeaseStore(Database database)
        : this(database, 0, new LeaseTiming().Life)
    {
    }

    public async Task<ILeaseSession> OpenAsync(string lease, CancellationToken token) => await StoreAway.GuardAsync(
        $"open a session for the lease {lease}",
        async stop =>
        {
            var connection = await database.ConnectOwnAsync(stop);
            try
            {
                await new NpgsqlCommand(NameSession, connection)
                    .With([string.Create(CultureInfo.InvariantCulture, $"muster lease {incarnation} {lease}")])
                    .ExecuteAsync(stop);
                return new LeaseSession(connection, lease, life);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        },
        token);

    public Task<IReadOnlyList<LeaseState>> ReadAsync(CancellationToken token) => StoreAway.GuardAsync(
        "read the leases", stop => database.Command(SelectAll, LockIds.LeaseClass).ListAsync(Map, stop), token);

    public Task<bool> AskHandoverAsync(string lease, string toNode, CancellationToken token) => StoreAway.GuardAsync(
        $"ask for the handover of {lease}",
        async stop =>
        {
            var asked = await database.Command(AskHandover, lease, toNode).ListAsync(row => row.GetInt32(0), stop);
            return asked.Count > 0;
        },
        token);

    private static LeaseState Map(NpgsqlDataReader row)
    {
        var remaining = row.GetFieldValue<TimeSpan>(5);
        return new LeaseState(
            new Fence(row.GetString(0), row.GetInt32(1), row.GetInt64(2)),
            row.IsDBNull(3) || remaining <= TimeSpan.Zero ? null : new NodeId(row.GetString(3), row.GetInt64(4)),
            remaining,
            row.Time(6),
            row.GetString(7),
            row.Text(8),
            row.GetFieldValue<string[]>(9));
    }
}
