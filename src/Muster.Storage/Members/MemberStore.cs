using System.Text.Json;
using Muster.Cluster;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;
using Npgsql;

namespace Muster.Storage.Members;

/// <summary>The membership table.</summary>
public sealed class MemberStore(Database database) : IMemberStore
{
    private const string Enter = """
        INSERT INTO member (incarnation, node, beat, beat_at, roles, addresses, build, started_at)
        VALUES (nextval('incarnation'), $1, 0, clock_timestamp(), $2, $3, $4, clock_timestamp())
        RETURNING incarnation
        """;

    // A row that was swept begins at the milliseconds since 1970, which are more than any count can have been: who
    // remembers the node sees the beat go up.
    private const string CountBeat = """
        INSERT INTO member AS m (incarnation, node, beat, beat_at, roles, addresses, build, started_at, applied)
        VALUES ($1, $2, (extract(epoch FROM clock_timestamp()) * 1000)::bigint, clock_timestamp(), $3, $4, $5,
            clock_timestamp(), coalesce($6::jsonb, '{}'))
        ON CONFLICT (incarnation) DO UPDATE SET
            beat = m.beat + 1, beat_at = excluded.beat_at, roles = excluded.roles, addresses = excluded.addresses,
            build = excluded.build, applied = coalesce($6::jsonb, m.applied)
        """;

    private const string SelectAll = """
        SELECT node, incarnation, beat, roles, addresses, build, started_at, applied::text
        FROM member ORDER BY incarnation
        """;

    private const string Remove = """
        DELETE FROM member WHERE incarnation = $1 OR beat_at < clock_timestamp() - interval '1 day'
        """;

    public Task<long> JoinAsync(NodeDescription node, CancellationToken token) => StoreAway.GuardAsync(
        "join the members",
        async stop =>
        {
            await using var command = database.Command(
                Enter, node.Name, Commands.Texts(node.Roles), Commands.Texts(node.Addresses), node.Build);
            return (long)(await command.ExecuteScalarAsync(stop))!;
        },
        token);

    public Task<IReadOnlyList<Member>> BeatAsync(
        NodeId node,
        NodeDescription description,
        IReadOnlyDictionary<ScopeName, ScopePosition>? applied,
        CancellationToken token) => StoreAway.GuardAsync(
            "write the beat",
            // The second statement sees what the first has written.
            stop => database.Batch()
                .Then(
                    CountBeat, node.Incarnation, node.Name, Commands.Texts(description.Roles),
                    Commands.Texts(description.Addresses), description.Build, Commands.Json(Text(applied)))
                .Then(SelectAll)
                .ListAsync(0, Map, stop),
            token);

    public Task<IReadOnlyList<Member>> ReadAsync(CancellationToken token) => StoreAway.GuardAsync(
        "read the members", stop => database.Command(SelectAll).ListAsync(Map, stop), token);

    public Task LeaveAsync(NodeId node, CancellationToken token) => StoreAway.GuardAsync(
        "leave the members", stop => database.Command(Remove, node.Incarnation).ExecuteAsync(stop), token);

    private static Member Map(NpgsqlDataReader row) => new(
        new NodeId(row.GetString(0), row.GetInt64(1)),
        row.GetInt64(2),
        row.GetFieldValue<string[]>(3),
        row.GetFieldValue<string[]>(4),
        row.GetString(5),
        row.Time(6),
        Applied(row.GetString(7)));

    private static string? Text(IReadOnlyDictionary<ScopeName, ScopePosition>? applied) => applied is null
        ? null
        : JsonSerializer.Serialize(applied.ToDictionary(
            scope => scope.Key.Value, scope => new[] { scope.Value.Timeline, scope.Value.Version }));

    private static Dictionary<ScopeName, ScopePosition> Applied(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, long[]>>(json)!.ToDictionary(
            scope => new ScopeName(scope.Key), scope => new ScopePosition((int)scope.Value[0], scope.Value[1]));
}
