using Muster.Cluster;
using Muster.Cluster.Members;
using Muster.Domain.Organization;
using Muster.Domain.Scheduling;
using Npgsql;

namespace Muster.Storage.Scheduling;

/// <summary>
/// The parts of builds, and the pool of builders that takes them. A part belongs to whoever took it last: each taking
/// has a number, and what is saved under an earlier one is refused. So a builder that was paused does no harm.
/// </summary>
public sealed class BuildPartStore(Database database)
{
    private const string Enter = """
        INSERT INTO builder (incarnation, node, slots) VALUES ($1, $2, $3)
        ON CONFLICT (incarnation) DO UPDATE SET slots = excluded.slots
        """;

    // A builder whose node is silent is no builder; its parts are free, at their best so far.
    private const string IsLive = "m.beat_at > clock_timestamp() - $1::interval";

    private const string Take = $"""
        UPDATE build_part p SET state = 'running', claim = p.claim + 1, builder = $2, node = $3,
            taken_at = clock_timestamp()
        FROM (
            SELECT p.build_id, p.number FROM build_part p JOIN schedule_build b ON b.id = p.build_id
            WHERE b.state IN ('queued', 'running') AND b.removed_at IS NULL
                AND (p.state = 'waiting' OR (p.state = 'running' AND p.build_id || '/' || p.number <> ALL ($4)
                    AND (p.builder = $2
                        OR NOT EXISTS (SELECT FROM member m WHERE m.incarnation = p.builder AND {IsLive}))))
            ORDER BY b.priority DESC, b.created_at, p.number
            FOR UPDATE OF p SKIP LOCKED LIMIT 1) free
        WHERE p.build_id = free.build_id AND p.number = free.number
        RETURNING p.build_id, p.number, p.claim, p.management_unit_id, p.seed, p.spent_ms, p.progress::text,
            p.incumbent::text
        """;

    private const string Save = """
        UPDATE build_part SET state = $4, spent_ms = $5, steps = $6, progress = $7,
            breaches = coalesce($8::bigint, breaches), cost = coalesce($9::bigint, cost),
            bound = coalesce($10::bigint, bound), incumbent = coalesce($11::jsonb, incumbent),
            input = coalesce($12::text, input), findings = coalesce($13::jsonb, findings),
            sentence = coalesce($14::text, sentence)
        WHERE build_id = $1 AND number = $2 AND claim = $3 AND state = 'running'
        """;

    private const string SelectOf = """
        SELECT build_id, number, management_unit_id, seed, state, node, sentence, spent_ms, steps, breaches, cost,
            bound, progress::text, input, findings::text
        FROM build_part WHERE build_id = $1 ORDER BY number
        """;

    private const string SelectIncumbent =
        "SELECT incumbent::text FROM build_part WHERE build_id = $1 AND number = $2 AND incumbent IS NOT NULL";

    private const string SelectBuilders = $"""
        SELECT r.node, r.slots, (
            SELECT count(*)::integer FROM build_part p JOIN schedule_build b ON b.id = p.build_id
            WHERE p.builder = r.incarnation AND p.state = 'running' AND b.state IN ('queued', 'running')),
            m.started_at
        FROM builder r JOIN member m ON m.incarnation = r.incarnation
        WHERE {IsLive} ORDER BY r.node
        """;

    private const string SelectJobs = $"""
        SELECT p.build_id, p.number, p.management_unit_id, p.seed, p.state, p.node, p.taken_at, p.spent_ms,
            EXISTS (SELECT FROM member m WHERE m.incarnation = p.builder AND {IsLive})
        FROM build_part p JOIN schedule_build b ON b.id = p.build_id
        WHERE b.state IN ('queued', 'running') AND b.removed_at IS NULL
        ORDER BY p.build_id, p.number
        """;

    private const string Sweep = """
        DELETE FROM builder r WHERE NOT EXISTS (SELECT FROM member m WHERE m.incarnation = r.incarnation)
        """;

    private static readonly TimeSpan Silent = new MemberTiming().DeadAfter;

    /// <summary>Joins the pool, and clears out who is no member any more.</summary>
    public async Task EnterAsync(NodeId node, int slots, CancellationToken token)
    {
        await database.Command(Enter, node.Incarnation, node.Name, slots).ExecuteAsync(token);
        await database.Command(Sweep).ExecuteAsync(token);
    }

    /// <summary>The nodes of the pool that are alive.</summary>
    public Task<IReadOnlyList<BuilderRow>> ListBuildersAsync(CancellationToken token) =>
        database.Command(SelectBuilders, Silent).ListAsync(
            row => new BuilderRow(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.Time(3)), token);

    /// <summary>The parts of all builds that have not ended.</summary>
    public Task<IReadOnlyList<BuildJobRow>> ListJobsAsync(CancellationToken token) =>
        database.Command(SelectJobs, Silent).ListAsync(
            row => new BuildJobRow(
                new BuildId(row.GetGuid(0)), row.GetInt32(1), new ManagementUnitId(row.GetGuid(2)), row.GetInt64(3),
                row.GetString(4), row.Text(5), row.MaybeTime(6), TimeSpan.FromMilliseconds(row.GetInt64(7)),
                row.GetBoolean(8)),
            token);

    /// <summary>
    /// Takes the part that is to be searched next: one that waits, or one whose builder is silent. Of two who ask, each
    /// gets another.
    /// </summary>
    /// <param name="mine">
    /// What this node is at, as <c>build/number</c>: not to be taken from itself, even if it has been silent.
    /// </param>
    public Task<BuildClaim?> TakeAsync(NodeId node, IEnumerable<string> mine, CancellationToken token) =>
        database.Command(Take, Silent, node.Incarnation, node.Name, mine.ToArray()).FirstAsync(
            row => new BuildClaim(
                new BuildId(row.GetGuid(0)), row.GetInt32(1), row.GetInt32(2), new ManagementUnitId(row.GetGuid(3)),
                row.GetInt64(4), TimeSpan.FromMilliseconds(row.GetInt64(5)), row.GetString(6), row.Text(7)),
            token);

    /// <returns>False: somebody else has the part by now, and nothing was written.</returns>
    public async Task<bool> SaveAsync(SqlSession session, BuildClaim claim, BuildSave save, CancellationToken token) =>
        await session.Command(
            Save, claim.Build.Value, claim.Number, claim.Claim, save.State, (long)save.Spent.TotalMilliseconds,
            save.Steps, Commands.Json(save.Progress), Long(save.Breaches), Long(save.Cost), Long(save.Bound),
            Commands.Json(save.Incumbent), Commands.Text(save.Input), Commands.Json(save.Findings),
            Commands.Text(save.Sentence)).ExecuteAsync(token) > 0;

    public Task<IReadOnlyList<BuildPartRow>> ListAsync(SqlSession session, BuildId build, CancellationToken token) =>
        session.Command(SelectOf, build.Value).ListAsync(Map, token);

    public Task<IReadOnlyList<BuildPartRow>> ListAsync(BuildId build, CancellationToken token) =>
        ListAsync(database, build, token);

    /// <summary>The best schedule of a part; null: none yet.</summary>
    public Task<string?> FindIncumbentAsync(BuildId build, int number, CancellationToken token) =>
        database.Command(SelectIncumbent, build.Value, number).FirstAsync(row => row.GetString(0), token);

    private static NpgsqlParameter Long(long? value) =>
        new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bigint };

    private static BuildPartRow Map(NpgsqlDataReader row) => new(
        new BuildId(row.GetGuid(0)), row.GetInt32(1), new ManagementUnitId(row.GetGuid(2)), row.GetInt64(3),
        row.GetString(4), row.Text(5), row.GetString(6), TimeSpan.FromMilliseconds(row.GetInt64(7)), row.GetInt64(8),
        MaybeLong(row, 9), MaybeLong(row, 10), MaybeLong(row, 11), row.GetString(12), row.Text(13), row.GetString(14));

    private static long? MaybeLong(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetInt64(column);
}
