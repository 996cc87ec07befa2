using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Npgsql;

namespace Muster.Storage.Events;

/// <summary>Sources of events. Whoever writes for one holds the lock of its row until the transaction ends.</summary>
public sealed class EventSourceStore(Database database)
{
    private const string Columns = EventSource.Columns;

    private const string SelectByName = $"""
        SELECT {Columns} FROM event_source WHERE lower(name) = lower($1) AND ($2::uuid IS NULL OR tenant_id = $2)
        ORDER BY number
        """;

    private const string SelectAll = $"SELECT {Columns} FROM event_source ORDER BY lower(name), number";

    private const string SelectById = $"SELECT {Columns} FROM event_source WHERE id = $1";

    private const string Insert = """
        INSERT INTO event_source (id, tenant_id, name, switch_id, clock_offset_ms, created_at)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
        """;

    private const string Lock = $"SELECT {Columns} FROM event_source WHERE id = $1 FOR NO KEY UPDATE";

    // In the order of their numbers, as everybody locks them, so that no two wait for each other.
    private const string LockSome = $"""
        SELECT {Columns} FROM event_source WHERE number = ANY ($1) ORDER BY number FOR NO KEY UPDATE
        """;

    // Read after the lock, and before agents are looked for: what is kept under this version is at least as new.
    private const string SelectMoment = """
        SELECT clock_timestamp(), timeline(), coalesce((SELECT version FROM scope WHERE name = 'people'), 0)
        """;

    private const string Update = """
        UPDATE event_source SET name = $2, switch_id = $3, clock_offset_ms = $4, run = $5, last_position = $6,
            version = $7
        WHERE id = $1 AND NOT EXISTS (
            SELECT FROM event_source o
            WHERE o.id <> $1 AND lower(o.name) = lower($2) AND o.tenant_id = event_source.tenant_id)
        """;

    private const string Count = """
        UPDATE event_source s SET last_position = greatest(s.last_position, r.position),
            heard_at = greatest(s.heard_at, nullif(least(clock_timestamp(), r.told_until), 'epoch')),
            events = s.events + r.events, statistics = s.statistics + r.statistics,
            duplicates = s.duplicates + r.duplicates, quarantined = s.quarantined + r.quarantined,
            dropped = s.dropped + r.dropped
        FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
                $8::timestamptz[])
            AS r (number, position, events, statistics, duplicates, quarantined, dropped, told_until)
        WHERE s.number = r.number
        """;

    /// <param name="tenant">Null: of any tenant.</param>
    public Task<IReadOnlyList<EventSource>> FindByNameAsync(string name, TenantId? tenant, CancellationToken token) =>
        database.Command(SelectByName, name, Commands.Uuid(tenant?.Value)).ListAsync(EventSource.Map, token);

    public Task<EventSource?> FindAsync(Guid id, CancellationToken token) =>
        database.Command(SelectById, id).FirstAsync(EventSource.Map, token);

    public Task<IReadOnlyList<EventSource>> ListAsync(CancellationToken token) =>
        database.Command(SelectAll).ListAsync(EventSource.Map, token);

    /// <returns>False when the tenant has one of that name.</returns>
    public async Task<bool> InsertAsync(WriteTransaction transaction, EventSource source, CancellationToken token) =>
        await transaction.Command(
            Insert, source.Id, source.Tenant.Value, source.Name, Commands.Uuid(source.Switch?.Value),
            source.ClockOffsetMs, source.CreatedAt.ToUniversalTime()).ExecuteAsync(token) == 1;

    public Task<EventSource?> LockAsync(WriteTransaction transaction, Guid id, CancellationToken token) =>
        transaction.Command(Lock, id).FirstAsync(EventSource.Map, token);

    /// <param name="numbers">Of the sources that are written for.</param>
    public Task<IReadOnlyList<EventSource>> LockAsync(
        WriteTransaction transaction, IEnumerable<int> numbers, CancellationToken token) =>
        transaction.Command(LockSome, numbers.ToArray()).ListAsync(EventSource.Map, token);

    /// <summary>The database's clock, and which version of the people is there.</summary>
    public async Task<(DateTimeOffset Now, ScopePosition People)> MomentAsync(
        WriteTransaction transaction, CancellationToken token) =>
        (await transaction.Command(SelectMoment).ListAsync(
            row => (row.Time(0), new ScopePosition(row.GetInt32(1), row.GetInt64(2))), token))[0];

    /// <summary>Writes what people set.</summary>
    /// <returns>False when the tenant has another of that name.</returns>
    public async Task<bool> UpdateAsync(WriteTransaction transaction, EventSource source, CancellationToken token) =>
        await transaction.Command(
            Update, source.Id, source.Name, Commands.Uuid(source.Switch?.Value), source.ClockOffsetMs, source.Run,
            source.LastPosition, source.Version).ExecuteAsync(token) == 1;

    internal static void AddCounts(NpgsqlBatch batch, IReadOnlyList<SourceCounts> counts) => batch.Then(
        Count,
        counts.Select(row => row.Source).ToArray(),
        counts.Select(row => row.Position).ToArray(),
        counts.Select(row => row.Events).ToArray(),
        counts.Select(row => row.Statistics).ToArray(),
        counts.Select(row => row.Duplicates).ToArray(),
        counts.Select(row => row.Quarantined).ToArray(),
        counts.Select(row => row.Dropped).ToArray(),
        counts.Select(row => row.ToldUntil?.ToUniversalTime()).ToArray());
}
