using Muster.Cluster;
using Muster.Cluster.Leases;
using Npgsql;

namespace Muster.Storage.Leases;

/// <summary>The leases of this database.</summary>
/// <param name="life">How long a lease lives from its last renewal, by the database's clock.</param>
public sealed class LeaseStore(Database database, TimeSpan life) : ILeaseStore
{
    // Waiting are those whose session waits for the lease's advisory lock; they carry the node's name in that of their
    // session. A cast makes an oid of a negative hash, as pg_locks shows it.
    private const string SelectAll = """
        SELECT l.name, f.timeline, f.epoch, l.holder, l.incarnation, l.expires_at - clock_timestamp(),
            l.taken_at, l.taken_because, l.handover_to,
            ARRAY(
                SELECT DISTINCT substr(a.application_name, length(format('muster lease %s ', l.name)) + 1) AS node
                FROM pg_locks k JOIN pg_stat_activity a USING (pid)
                WHERE k.locktype = 'advisory' AND NOT k.granted AND k.objsubid = 2
                    AND k.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    AND k.classid = $1::integer::oid AND k.objid = hashtext(l.name)::oid
                    AND starts_with(a.application_name, format('muster lease %s ', l.name))
                ORDER BY node)
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

    private static readonly TimeSpan UsualLife = TimeSpan.FromSeconds(2);

    public LeaseStore(Database database)
        : this(database, UsualLife)
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
                    .With([$"muster lease {lease} {database.NodeName}"]).ExecuteAsync(stop);
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
