using Muster.Domain.Sources;
using Npgsql;

namespace Muster.Storage.Directories;

/// <summary>The objects of the directory. Nothing is deleted: what is removed keeps its row and version.</summary>
public sealed class DirectoryStore(Database database)
{
    private const string SelectPage = """
        SELECT kind, external_id, tenant, version, changed_at, CASE WHEN deleted_at IS NULL THEN record::text END
        FROM directory.entry
        WHERE kind = $1 AND external_id > $2 AND ($3 = '' OR tenant = $3) AND ($4 OR deleted_at IS NULL)
        ORDER BY external_id LIMIT $5
        """;

    private const string SelectOne = """
        SELECT kind, external_id, tenant, version, changed_at, CASE WHEN deleted_at IS NULL THEN record::text END
        FROM directory.entry WHERE kind = $1 AND external_id = $2
        """;

    private const string SelectSome = """
        SELECT kind, external_id, tenant, version, changed_at, CASE WHEN deleted_at IS NULL THEN record::text END
        FROM directory.entry WHERE kind = $1 AND external_id = ANY ($2)
        """;

    // One writer at a time: what a reference points to stays until the commit, and no two writers wait for each other.
    // Their changes would queue for the scope's row at the end anyway.
    private const string LockWriters = "SELECT pg_advisory_xact_lock($1)";

    // Without the contents: only whether what is referred to is there, and whose it is.
    private const string SelectHeads = """
        SELECT e.kind, e.external_id, e.tenant, e.version, e.changed_at,
            CASE WHEN e.deleted_at IS NULL THEN '' END
        FROM unnest($1::text[], $2::text[]) AS n (kind, external_id)
        JOIN directory.entry e ON e.kind = n.kind AND e.external_id = n.external_id
        """;

    private const string SelectSites = """
        SELECT external_id, tenant, record ->> 'parent' FROM directory.entry WHERE kind = 'site' AND deleted_at IS NULL
        """;

    // The record comes back as it is kept: the feed, the snapshot and the lists tell it alike.
    private const string Put = """
        INSERT INTO directory.entry AS e (kind, external_id, tenant, record, version, changed_at)
        SELECT $1, n.external_id, n.tenant, n.record::jsonb, 1, statement_timestamp()
        FROM unnest($2::text[], $3::text[], $4::text[]) AS n (external_id, tenant, record)
        ON CONFLICT (kind, external_id) DO UPDATE
        SET tenant = excluded.tenant, record = excluded.record, version = e.version + 1,
            changed_at = excluded.changed_at, deleted_at = NULL
        WHERE e.record <> excluded.record OR e.deleted_at IS NOT NULL
        RETURNING kind, external_id, tenant, version, changed_at, record::text
        """;

    private const string Remove = """
        UPDATE directory.entry
        SET version = version + 1, changed_at = statement_timestamp(), deleted_at = statement_timestamp()
        WHERE kind = $1 AND external_id = ANY ($2) AND deleted_at IS NULL
        RETURNING kind, external_id, tenant, version, changed_at, NULL
        """;

    // Reads every object for any kind but tenants: nothing that is referred to is removed often.
    private const string SelectUses = """
        SELECT r.target, count(*), min(e.kind || ' ' || e.external_id)
        FROM directory.entry e CROSS JOIN LATERAL (
            SELECT e.record ->> 'time_zone' WHERE $1 = 'time_zone'
            UNION ALL SELECT e.record ->> 'site' WHERE $1 = 'site'
            UNION ALL SELECT s ->> 'skill'
                FROM jsonb_array_elements(CASE WHEN $1 = 'skill' THEN e.record -> 'skills' END) s
            UNION ALL SELECT l ->> 'switch'
                FROM jsonb_array_elements(CASE WHEN $1 = 'switch' THEN e.record -> 'logins' END) l
        ) r (target)
        WHERE r.target = ANY ($2) AND e.deleted_at IS NULL
        GROUP BY r.target
        """;

    private const string SelectTenantUses = """
        SELECT tenant, count(*), min(kind || ' ' || external_id) FROM directory.entry
        WHERE tenant = ANY ($1) AND kind <> 'tenant' AND deleted_at IS NULL
        GROUP BY tenant
        """;

    public Task<IReadOnlyList<DirectoryEntry>> ListAsync(
        DirectoryFilter filter, string after, int limit, CancellationToken token) =>
        database.Command(
            SelectPage, SourceJson.Name(filter.Kind), after, filter.Tenant, filter.IncludeRemoved, limit)
            .ListAsync(Map, token);

    /// <summary>The object, also when it is gone; null when it was never there.</summary>
    public Task<DirectoryEntry?> FindAsync(ObjectKind kind, string externalId, CancellationToken token) =>
        database.Command(SelectOne, SourceJson.Name(kind), externalId).FirstAsync(Map, token);

    /// <summary>Waits until nobody else writes to the directory; lasts until the transaction ends.</summary>
    public Task LockAsync(WriteTransaction transaction, CancellationToken token) =>
        transaction.Command(LockWriters, LockIds.Directory).ExecuteAsync(token);

    public Task<IReadOnlyList<DirectoryEntry>> FindAsync(
        WriteTransaction transaction, ObjectKind kind, IReadOnlyList<string> externalIds, CancellationToken token) =>
        transaction.Command(SelectSome, SourceJson.Name(kind), externalIds.ToArray()).ListAsync(Map, token);

    /// <summary>Those of the objects that were ever there; content is empty, or null when they are gone.</summary>
    public Task<IReadOnlyList<DirectoryEntry>> FindHeadsAsync(
        WriteTransaction transaction,
        IReadOnlyList<(ObjectKind Kind, string ExternalId)> asked,
        CancellationToken token) =>
        transaction.Command(
            SelectHeads, asked.Select(one => SourceJson.Name(one.Kind)).ToArray(),
            asked.Select(one => one.ExternalId).ToArray()).ListAsync(Map, token);

    /// <summary>Every site that is there, with its tenant and the site that it is a part of.</summary>
    public Task<IReadOnlyList<(string Site, string Tenant, string? Parent)>> ListSitesAsync(
        WriteTransaction transaction, CancellationToken token) =>
        transaction.Command(SelectSites)
            .ListAsync(row => (row.GetString(0), row.GetString(1), row.Text(2)), token);

    /// <summary>Which of the objects are referred to. Sites that are parts of sites are left out.</summary>
    public Task<IReadOnlyList<DirectoryUse>> FindUsesAsync(
        WriteTransaction transaction, ObjectKind kind, IReadOnlyList<string> externalIds, CancellationToken token) =>
        (kind == ObjectKind.Tenant
            ? transaction.Command(SelectTenantUses, Commands.Texts(externalIds))
            : transaction.Command(SelectUses, SourceJson.Name(kind), externalIds.ToArray()))
        .ListAsync(row => new DirectoryUse(row.GetString(0), row.GetInt64(1), row.GetString(2)), token);

    /// <summary>Writes objects as they are to be, each at most once.</summary>
    /// <returns>Those that were not like that already.</returns>
    public Task<IReadOnlyList<DirectoryEntry>> PutAsync(
        WriteTransaction transaction,
        ObjectKind kind,
        IReadOnlyList<(string ExternalId, string Tenant, string Content)> objects,
        CancellationToken token) =>
        transaction.Command(
            Put, SourceJson.Name(kind), objects.Select(one => one.ExternalId).ToArray(),
            objects.Select(one => one.Tenant).ToArray(), objects.Select(one => one.Content).ToArray())
            .ListAsync(Map, token);

    /// <returns>Those that were there.</returns>
    public Task<IReadOnlyList<DirectoryEntry>> RemoveAsync(
        WriteTransaction transaction, ObjectKind kind, IReadOnlyList<string> externalIds, CancellationToken token) =>
        transaction.Command(Remove, SourceJson.Name(kind), externalIds.ToArray()).ListAsync(Map, token);

    internal static DirectoryEntry Map(NpgsqlDataReader row) => new(
        SourceJson.Kind(row.GetString(0))!.Value,
        row.GetString(1),
        row.GetString(2),
        row.GetInt64(3),
        row.Time(4),
        row.Text(5));
}
