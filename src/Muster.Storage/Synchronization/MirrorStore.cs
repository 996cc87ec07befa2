using System.Text.Json;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Npgsql;

namespace Muster.Storage.Synchronization;

/// <summary>What each source has said last of each object, and what that object is in Muster.</summary>
public sealed class MirrorStore(Database database)
{
    private const string Columns = "kind, external_id, entity_id, known, version, said_at, record";

    // Ordered like the lock below: two pages that say the same new objects wait for each other in one order.
    private const string Claim = """
        INSERT INTO identity (source_id, kind, external_id)
        SELECT $1, r.kind, r.external_id FROM unnest($2::text[], $3::text[]) AS r (kind, external_id)
        WHERE NOT EXISTS (
            SELECT FROM identity i
            WHERE i.source_id = $1 AND i.kind = r.kind AND i.external_id = r.external_id)
        ORDER BY r.kind COLLATE "C", r.external_id COLLATE "C"
        ON CONFLICT DO NOTHING
        """;

    // FOR UPDATE: what is judged newer is newer than what this transaction replaces.
    private const string Lock = $"""
        SELECT {Columns} FROM identity
        WHERE source_id = $1 AND (kind, external_id) IN (SELECT * FROM unnest($2::text[], $3::text[]))
        ORDER BY kind COLLATE "C", external_id COLLATE "C" FOR UPDATE
        """;

    private const string SelectSome = $"""
        SELECT {Columns} FROM identity
        WHERE source_id = $1 AND (kind, external_id) IN (SELECT * FROM unnest($2::text[], $3::text[]))
        """;

    private const string Put = """
        UPDATE identity i SET entity_id = r.entity_id, version = r.version, said_at = r.said_at, record = r.record,
            known = true, touched_at = clock_timestamp()
        FROM jsonb_to_recordset($2) AS r (
            kind text, external_id text, entity_id uuid, version bigint, said_at timestamptz, record jsonb)
        WHERE i.source_id = $1 AND i.kind = r.kind AND i.external_id = r.external_id
        """;

    private const string SelectEntities = """
        SELECT kind, external_id, entity_id FROM identity
        WHERE source_id = $1 AND entity_id IS NOT NULL AND kind <> 'person'
        """;

    // Of this run, or older: whoever was touched since it began was said by the feed meanwhile.
    private const string SelectPresent = """
        SELECT kind, external_id, entity_id, true, version, said_at, NULL FROM identity
        WHERE source_id = $1 AND record IS NOT NULL AND touched_at < $2
        """;

    private const string SelectBySite = """
        SELECT kind, external_id, entity_id, known, version, said_at, record FROM identity
        WHERE source_id = $1 AND kind = 'person' AND record IS NOT NULL AND external_id > $3
            AND ($2::text IS NULL OR record ->> 'site' = $2)
        ORDER BY external_id LIMIT $4
        """;

    private const string SelectElsewhere = """
        SELECT entity_id, max(said_at) FROM identity
        WHERE entity_id = ANY ($2) AND source_id <> $1 AND said_at IS NOT NULL GROUP BY entity_id
        """;

    // Of several sources that know it, the one that spoke last.
    private const string LockLatest = $"""
        SELECT {Columns}, source_id FROM identity WHERE entity_id = $1 AND kind = 'person'
        ORDER BY said_at DESC NULLS LAST, touched_at DESC LIMIT 1 FOR SHARE
        """;

    private const string SelectTwins = """
        SELECT i.record ->> 'employee_number', s.name, i.external_id, a.id, a.tenant_id
        FROM identity i JOIN source s ON s.id = i.source_id JOIN agent a ON a.id = i.entity_id
        WHERE i.kind = 'person' AND i.source_id <> $1 AND i.record ->> 'employee_number' = ANY ($2)
        """;

    private const string CountPeople =
        "SELECT count(*) FROM identity WHERE source_id = $1 AND kind = 'person' AND record IS NOT NULL";

    private const string CountAll = """
        SELECT source_id, count(*) FROM identity WHERE kind = 'person' AND record IS NOT NULL GROUP BY source_id
        """;

    private const string Join = "UPDATE identity SET entity_id = $2 WHERE entity_id = $1 AND kind = 'person'";

    private const string Now = "SELECT clock_timestamp()";

    /// <summary>The mirror's rows of these objects, locked until the transaction ends; of new ones, rows without a
    /// word.
    /// </summary>
    public async Task<IReadOnlyList<MirroredObject>> LockAsync(
        WriteTransaction transaction,
        Guid source,
        IReadOnlyCollection<(ObjectKind Kind, string ExternalId)> objects,
        CancellationToken token)
    {
        string[] kinds = [.. objects.Select(row => SourceJson.Name(row.Kind))];
        string[] ids = [.. objects.Select(row => row.ExternalId)];
        await transaction.Command(Claim, source, kinds, ids).ExecuteAsync(token);
        return await transaction.Command(Lock, source, kinds, ids).ListAsync(Map, token);
    }

    /// <summary>Those of the objects of which the source has ever said anything.</summary>
    public Task<IReadOnlyList<MirroredObject>> ReadAsync(
        Guid source, IReadOnlyCollection<(ObjectKind Kind, string ExternalId)> objects, CancellationToken token) =>
        database.Command(
            SelectSome,
            source,
            objects.Select(row => SourceJson.Name(row.Kind)).ToArray(),
            objects.Select(row => row.ExternalId).ToArray()).ListAsync(Map, token);

    public Task PutAsync(
        WriteTransaction transaction, Guid source, IReadOnlyList<MirroredObject> rows, CancellationToken token) =>
        rows.Count == 0
            ? Task.CompletedTask
            : transaction.Command(Put, source, Commands.Json(Write(rows))).ExecuteAsync(token);

    /// <summary>What the objects of a source are in Muster, all but people.</summary>
    public async Task<IReadOnlyDictionary<(ObjectKind, string), Guid>> ReadEntitiesAsync(
        SqlSession session, Guid source, CancellationToken token) =>
        (await session.Command(SelectEntities, source).ListAsync(
            row => (Key: (SourceJson.Kind(row.GetString(0))!.Value, row.GetString(1)), Id: row.GetGuid(2)), token))
        .ToDictionary(row => row.Key, row => row.Id);

    /// <summary>
    /// What the source has, as far as it was last heard of before an instant; without the records.
    /// </summary>
    public Task<IReadOnlyList<MirroredObject>> ReadPresentAsync(
        Guid source, DateTimeOffset before, CancellationToken token) =>
        database.Command(SelectPresent, source, before).ListAsync(Map, token);

    /// <summary>People, of one site or all, in the order of their external ids.</summary>
    public Task<IReadOnlyList<MirroredObject>> ReadPeopleAsync(
        Guid source, string? site, string after, int limit, CancellationToken token) =>
        database.Command(SelectBySite, source, Commands.Text(site), after, limit).ListAsync(Map, token);

    /// <summary>When other sources spoke last of these entities; those of which none did are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> ReadElsewhereAsync(
        SqlSession session, Guid source, IReadOnlyCollection<Guid> entities, CancellationToken token) =>
        (await session.Command(SelectElsewhere, source, entities.ToArray())
            .ListAsync(row => (Id: row.GetGuid(0), At: row.Time(1)), token))
        .ToDictionary(row => row.Id, row => row.At);

    /// <summary>What was said last of an agent, and by which source; it stays so until the transaction ends.</summary>
    public async Task<(Guid Source, SourceObject Object)?> LockLatestAsync(
        WriteTransaction transaction, Guid agent, CancellationToken token)
    {
        var rows = await transaction.Command(LockLatest, agent)
            .ListAsync(row => (row.GetGuid(7), Map(row).Last), token);
        return rows is [(var source, { } said)] ? (source, said) : null;
    }

    /// <summary>Agents of other sources with one of these employee numbers.</summary>
    public Task<IReadOnlyList<TwinRow>> FindTwinsAsync(
        SqlSession session, Guid source, IEnumerable<string> numbers, CancellationToken token) =>
        session.Command(SelectTwins, source, numbers.ToArray()).ListAsync(
            row => new TwinRow(
                row.GetString(0), row.GetString(1), row.GetString(2), new AgentId(row.GetGuid(3)),
                new TenantId(row.GetGuid(4))),
            token);

    public async Task<long> CountPeopleAsync(Guid source, CancellationToken token)
    {
        await using var command = database.Command(CountPeople, source);
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    /// <summary>How many people each source has.</summary>
    public async Task<IReadOnlyDictionary<Guid, long>> CountPeopleAsync(CancellationToken token) =>
        (await database.Command(CountAll).ListAsync(row => (Id: row.GetGuid(0), Count: row.GetInt64(1)), token))
        .ToDictionary(row => row.Id, row => row.Count);

    /// <summary>What sources say of one agent, they say of the other from now on.</summary>
    public Task JoinAsync(WriteTransaction transaction, Guid from, Guid to, CancellationToken token) =>
        transaction.Command(Join, from, to).ExecuteAsync(token);

    /// <summary>The database's clock, by which rows are touched.</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken token) =>
        (await database.Command(Now).ListAsync(row => row.Time(0), token))[0];

    private static string Write(IEnumerable<MirroredObject> rows) => JsonSerializer.Serialize(
        rows.Select(row => new
        {
            row.Kind,
            row.ExternalId,
            EntityId = row.Entity,
            row.Last!.Version,
            SaidAt = row.Last.At,
            Record = row.Last.Content is { } content ? JsonSerializer.SerializeToElement(
                content, content.GetType(), SourceJson.Options) : (JsonElement?)null,
        }),
        SourceJson.Options);

    private static MirroredObject Map(NpgsqlDataReader row)
    {
        var kind = SourceJson.Kind(row.GetString(0))!.Value;
        var id = row.GetString(1);
        var last = !row.GetBoolean(3) ? null : new SourceObject(
            kind,
            id,
            row.IsDBNull(4) ? null : row.GetInt64(4),
            row.MaybeTime(5),
            row.Text(6) is { } record ? SourceJson.Read(kind, record) : null);
        return new MirroredObject(kind, id, row.Uuid(2), last);
    }
}
