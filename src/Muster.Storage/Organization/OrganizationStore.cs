using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Npgsql;

namespace Muster.Storage.Organization;

/// <summary>
/// Items of the organization, of whatever kind. Whoever writes takes <see cref="LockAsync"/> first and checks against
/// what it answers; every item written is recorded in <see cref="Scope"/> here and nowhere else.
/// </summary>
public sealed class OrganizationStore(Database database)
{
    /// <summary>The scope of every item; its changes are named by the kind.</summary>
    public static readonly ScopeName Scope = ScopeName.Of("organization");

    // One statement, so one snapshot: the items are those of that position. The first row is there without any item.
    private const string SelectAll = """
        SELECT t.timeline, coalesce(s.version, 0), i.id, i.kind, i.body::text, i.version, i.removed_at
        FROM (SELECT timeline() AS timeline) t
        LEFT JOIN scope s ON s.name = $1
        LEFT JOIN organization_item i ON true
        """;

    private const string SelectSome = """
        SELECT t.timeline, 0::bigint, i.id, i.kind, i.body::text, i.version, i.removed_at
        FROM (SELECT timeline() AS timeline) t
        LEFT JOIN organization_item i ON i.id = ANY ($1)
        """;

    // Held until the transaction ends: what is read after it stays true until the commit.
    private const string Lock = "SELECT pg_advisory_xact_lock($1)";

    private const string SelectPosition = """
        SELECT t.timeline, coalesce(s.version, 0)
        FROM (SELECT timeline() AS timeline) t LEFT JOIN scope s ON s.name = $1
        """;

    private const string InsertMany = """
        INSERT INTO organization_item (id, kind, tenant_id, business_unit_id, name, body, version, removed_at)
        SELECT n.id, n.kind, n.tenant_id, n.business_unit_id, n.name, n.body::jsonb, n.version, n.removed_at
        FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::bigint[],
            $8::timestamptz[]) AS n (id, kind, tenant_id, business_unit_id, name, body, version, removed_at)
        """;

    // Only what is at the version before: an item is counted up by one, and by nobody else.
    private const string UpdateMany = """
        UPDATE organization_item i
        SET tenant_id = n.tenant_id, business_unit_id = n.business_unit_id, name = n.name, body = n.body::jsonb,
            version = n.version, removed_at = n.removed_at
        FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::bigint[],
            $8::timestamptz[]) AS n (id, kind, tenant_id, business_unit_id, name, body, version, removed_at)
        WHERE i.id = n.id AND i.kind = n.kind AND i.version = n.version - 1
        """;

    /// <summary>Everything, and the position of <see cref="Scope"/> that it is of, in one snapshot.</summary>
    public Task<ScopeSnapshot<OrganizationSnapshot>> LoadAsync(CancellationToken token) => StoreAway.GuardAsync(
        "load the organization", stop => LoadAsync(database.Command(SelectAll, Scope.Value), stop), token);

    /// <summary>Some items, with the timeline that they were read on.</summary>
    public Task<(int Timeline, IReadOnlyList<OrganizationItem> Items)> ReadAsync(
        IReadOnlyCollection<Guid> keys, CancellationToken token) => StoreAway.GuardAsync(
        "read items of the organization",
        async stop =>
        {
            var rows = await database.Command(SelectSome, keys.ToArray()).ListAsync(Map, stop);
            return (rows[0].Position.Timeline, Items(rows));
        },
        token);

    /// <summary>
    /// Makes this the only transaction that writes the organization until it ends, and answers how the organization is
    /// now: what is checked against it stays true.
    /// </summary>
    /// <param name="known">What the caller has in memory; it is answered again if nothing has changed since.</param>
    public async Task<OrganizationSnapshot> LockAsync(
        WriteTransaction transaction, ScopeSnapshot<OrganizationSnapshot>? known, CancellationToken token)
    {
        // Two statements: the second sees what the last holder of the lock has committed.
        await transaction.Command(Lock, LockIds.Organization).ExecuteAsync(token);
        var rows = await transaction.Command(SelectPosition, Scope.Value)
            .ListAsync(row => new ScopePosition(row.GetInt32(0), row.GetInt64(1)), token);
        return known is not null && known.Position == rows[0]
            ? known.Content
            : (await LoadAsync(transaction.Command(SelectAll, Scope.Value), token)).Content;
    }

    public Task InsertAsync(
        WriteTransaction transaction, OrganizationSnapshot among, OrganizationItem item, CancellationToken token) =>
        InsertAsync(transaction, among, [item], token);

    /// <summary>Writes new items, in one round trip; they may name each other.</summary>
    /// <param name="among">The organization with the items in it: where they belong is read from it.</param>
    public Task InsertAsync(
        WriteTransaction transaction, OrganizationSnapshot among, IReadOnlyList<OrganizationItem> items,
        CancellationToken token) => WriteAsync(transaction, InsertMany, among, items, token);

    public Task UpdateAsync(
        WriteTransaction transaction, OrganizationSnapshot among, OrganizationItem item, CancellationToken token) =>
        UpdateAsync(transaction, among, [item], token);

    /// <summary>
    /// Writes items that were changed, removed or restored, in one round trip. Each has the version after the one that
    /// is stored.
    /// </summary>
    /// <param name="among">The organization with the items in it: where they belong is read from it.</param>
    /// <exception cref="InvalidOperationException">One is at another version: the lock was not taken.</exception>
    public Task UpdateAsync(
        WriteTransaction transaction, OrganizationSnapshot among, IReadOnlyList<OrganizationItem> items,
        CancellationToken token) => WriteAsync(transaction, UpdateMany, among, items, token);

    private static async Task WriteAsync(
        WriteTransaction transaction, string sql, OrganizationSnapshot among, IReadOnlyList<OrganizationItem> items,
        CancellationToken token)
    {
        if (items.Count == 0)
        {
            return;
        }

        var written = await transaction.Command(
            sql,
            items.Select(item => item.Key()).ToArray(),
            Commands.Texts(items.Select(item => OrganizationKinds.Of(item).Name)),
            Commands.Uuids(items.Select(item => item is Tenant ? null : among.TenantOf(item)?.Value)),
            Commands.Uuids(items.Select(item => item is BusinessUnit ? null : among.BusinessUnitOf(item)?.Value)),
            Commands.Texts(items.Select(item => item.Name)),
            Commands.Texts(items.Select(OrganizationJson.Write)),
            items.Select(item => item.Version).ToArray(),
            Commands.Times(items.Select(item => item.RemovedAt))).ExecuteAsync(token);
        if (written != items.Count)
        {
            throw new InvalidOperationException(
                $"{written} of {items.Count} items were written: one was changed without the lock.");
        }

        foreach (var item in items)
        {
            transaction.Record(Scope, new Change(
                OrganizationKinds.Of(item).Name, item.Key().ToString("D"), item.Version, ChangeOperation.Put));
        }
    }

    private static async Task<ScopeSnapshot<OrganizationSnapshot>> LoadAsync(
        NpgsqlCommand command, CancellationToken token)
    {
        var rows = await command.ListAsync(Map, token);
        return new ScopeSnapshot<OrganizationSnapshot>(
            rows[0].Position, OrganizationSnapshot.Empty.With(Items(rows)));
    }

    private static IReadOnlyList<OrganizationItem> Items(
        IReadOnlyList<(ScopePosition Position, OrganizationItem? Item)> rows) =>
        [.. rows.Select(row => row.Item).OfType<OrganizationItem>()];

    private static (ScopePosition Position, OrganizationItem? Item) Map(NpgsqlDataReader row)
    {
        var position = new ScopePosition(row.GetInt32(0), row.GetInt64(1));

        // A kind that is not known was added by a newer program, which runs beside this one.
        return row.IsDBNull(2) || OrganizationKinds.Find(row.GetString(3)) is not { } kind
            ? (position, null)
            : (position, OrganizationJson.Read(kind, row.GetString(4)).WithKey(row.GetGuid(2)) with
            {
                Version = row.GetInt64(5),
                RemovedAt = row.MaybeTime(6),
            });
    }
}
