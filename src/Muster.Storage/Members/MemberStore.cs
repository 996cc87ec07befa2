using System.Text.Json;
using Muster.Cluster;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;
using Npgsql;

namespace Muster.Storage.Members;

/// <summary>The membership table.</summary>
public sealed class MemberStore(Database database) : IMemberStore
{
    // A row of an earlier life of this node, if it is silent, only confuses. Should it live after all, it enters itself
    // again.
    private const string RemoveEarlier = """
        DELETE FROM member WHERE node = $1 AND beat_at < clock_timestamp() - $2::interval
        """;

    // A failover may lose the last numbers of the sequence and give them out again, so the timeline is part of the
    // incarnation. It stays below 2^53, up to which every program that reads JSON counts exactly.
    private const string Enter = """
        INSERT INTO member (incarnation, node, beat, beat_at, roles, addresses, build, started_at)
        VALUES ((timeline() - 1) * 10000000000 + nextval('incarnation'), $1, 0, clock_timestamp(), $2, $3, $4,
            clock_timestamp())
        RETURNING incarnation
        """;

    // A row that was swept begins at the milliseconds since 1970, which are more than any count can have been: who
    // remembers the node sees the beat go up.
    private const string CountBeat = """
        INSERT INTO member AS m (incarnation, node, beat, beat_at, roles, addresses, build, started_at, applied, links,
            reads)
        VALUES ($1, $2, (extract(epoch FROM clock_timestamp()) * 1000)::bigint, clock_timestamp(), $3, $4, $5,
            clock_timestamp(), coalesce($6::jsonb, '{}'), coalesce($7::text[], '{}'),
            coalesce($8::bigint[], '{0,0,0}'))
        ON CONFLICT (incarnation) DO UPDATE SET
            beat = m.beat + 1, beat_at = excluded.beat_at, roles = excluded.roles, addresses = excluded.addresses,
            build = excluded.build, applied = coalesce($6::jsonb, m.applied),
            links = coalesce($7::text[], m.links), reads = coalesce($8::bigint[], m.reads)
        """;

    // The first row is there even if there is no member.
    private const string SelectAll = """
        SELECT t.timeline, m.node, m.incarnation, m.beat, m.roles, m.addresses, m.build, m.started_at,
            m.applied::text, m.links, m.reads
        FROM (SELECT timeline() AS timeline) t LEFT JOIN member m ON true
        ORDER BY m.incarnation
        """;

    private const string Remove = """
        DELETE FROM member WHERE incarnation = $1 OR beat_at < clock_timestamp() - interval '1 day'
        """;

    private static readonly TimeSpan Silent = new MemberTiming().DeadAfter;

    public Task<long> JoinAsync(NodeDescription node, CancellationToken token) => StoreAway.GuardAsync(
        "join the members",
        async stop =>
        {
            await database.Command(RemoveEarlier, node.Name, Silent).ExecuteAsync(stop);
            await using var command = database.Command(
                Enter, node.Name, Commands.Texts(node.Roles), Commands.Texts(node.Addresses), node.Build);
            return (long)(await command.ExecuteScalarAsync(stop))!;
        },
        token);

    public Task<MemberTable> BeatAsync(
        NodeId node, NodeDescription description, MemberReport? report, CancellationToken token) =>
        StoreAway.GuardAsync(
            "write the beat",
            // The second statement sees what the first has written.
            async stop => Table(await database.VitalBatch()
                .Then(
                    CountBeat, node.Incarnation, node.Name, Commands.Texts(description.Roles),
                    Commands.Texts(description.Addresses), description.Build, Commands.Json(Text(report)),
                    Commands.Texts(report?.Links), Counts(report))
                .Then(SelectAll)
                .ListAsync(0, Map, stop)),
            token);

    public Task<MemberTable> ReadAsync(CancellationToken token) => StoreAway.GuardAsync(
        "read the members", async stop => Table(await database.Command(SelectAll).ListAsync(Map, stop)), token);

    public Task LeaveAsync(NodeId node, CancellationToken token) => StoreAway.GuardAsync(
        "leave the members", stop => database.Command(Remove, node.Incarnation).ExecuteAsync(stop), token);

    private static MemberTable Table(IReadOnlyList<(int Timeline, Member? Member)> rows) =>
        new(rows[0].Timeline, [.. rows.Select(row => row.Member).OfType<Member>()]);

    private static (int Timeline, Member? Member) Map(NpgsqlDataReader row) => (
        row.GetInt32(0),
        row.IsDBNull(1) ? null : new Member(
            new NodeId(row.GetString(1), row.GetInt64(2)),
            row.GetInt64(3),
            row.GetFieldValue<string[]>(4),
            row.GetFieldValue<string[]>(5),
            row.GetString(6),
            row.Time(7),
            new MemberReport(Applied(row.GetString(8)), row.GetFieldValue<string[]>(9))
            {
                Reads = Reads(row.GetFieldValue<long[]>(10)),
            }));

    private static NpgsqlParameter Counts(MemberReport? report) => Commands.Longs(
        report is { Reads: var reads } ? [reads.Checked, reads.Stale, reads.Unanswered] : null);

    private static ReadCounts Reads(long[] counts) => new(counts[0], counts[1], counts[2]);

    private static string? Text(MemberReport? report) => report is null
        ? null
        : JsonSerializer.Serialize(report.Applied.ToDictionary(
            scope => scope.Key.Value, scope => new[] { scope.Value.Timeline, scope.Value.Version }));

    private static Dictionary<ScopeName, ScopePosition> Applied(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, long[]>>(json)!.ToDictionary(
            scope => new ScopeName(scope.Key), scope => new ScopePosition((int)scope.Value[0], scope.Value[1]));
}
