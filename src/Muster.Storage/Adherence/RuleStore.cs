using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using NodaTime;
using Npgsql;

namespace Muster.Storage.Adherence;

/// <summary>
/// The adherence rules of business units, and how they came to be. Whoever writes takes <see cref="LockAsync"/> first;
/// every change is recorded in <see cref="Scope"/> here and nowhere else.
/// </summary>
public sealed class RuleStore(Database database)
{
    /// <summary>A change is named by the unit; its version is that of the unit's rules.</summary>
    public static readonly ScopeName Scope = ScopeName.Of("adherence");

    public const string Entity = "adherence_rules";

    // One statement, so one snapshot: the rules are those of that position. The first row is there without any rules.
    private const string SelectAll = """
        SELECT t.timeline, coalesce(s.version, 0), r.*
        FROM (SELECT timeline() AS timeline) t
        LEFT JOIN scope s ON s.name = $1
        LEFT JOIN (
            SELECT DISTINCT ON (business_unit_id, from_day) business_unit_id, version, from_day, rules::text, author, at
            FROM adherence_rule_change
            ORDER BY business_unit_id, from_day, version DESC) r ON true
        """;

    private const string SelectSome = """
        SELECT t.timeline, 0::bigint, r.*
        FROM (SELECT timeline() AS timeline) t
        LEFT JOIN (
            SELECT DISTINCT ON (business_unit_id, from_day) business_unit_id, version, from_day, rules::text, author, at
            FROM adherence_rule_change
            WHERE business_unit_id = ANY ($1)
            ORDER BY business_unit_id, from_day, version DESC) r ON true
        """;

    // Newest first; $2 is the last version of the page before.
    private const string SelectHistory = """
        SELECT 0, 0::bigint, business_unit_id, version, from_day, rules::text, author, at
        FROM adherence_rule_change
        WHERE business_unit_id = $1 AND version < $2
        ORDER BY version DESC LIMIT $3
        """;

    private const string SelectVersion = """
        SELECT 0, 0::bigint, business_unit_id, version, from_day, rules::text, author, at
        FROM adherence_rule_change
        WHERE business_unit_id = $1 AND version = $2
        """;

    // Held until the transaction ends: the version that is read after it stays the newest until the commit.
    private const string Lock = "SELECT pg_advisory_xact_lock($1)";

    private const string Insert = """
        INSERT INTO adherence_rule_change (business_unit_id, version, from_day, rules, author, at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """;

    /// <summary>All rules that hold on some day, and the position of <see cref="Scope"/> that they are of.</summary>
    public Task<ScopeSnapshot<IReadOnlyList<RuleRow>>> LoadAsync(CancellationToken token) => StoreAway.GuardAsync(
        "load the adherence rules",
        async stop =>
        {
            var rows = await database.Command(SelectAll, Scope.Value).ListAsync(Map, stop);
            return new ScopeSnapshot<IReadOnlyList<RuleRow>>(rows[0].Position, Rules(rows));
        },
        token);

    /// <summary>The rules of some units, with the timeline that they were read on. Entries taken away too.</summary>
    public Task<(int Timeline, IReadOnlyList<RuleRow> Rows)> ReadAsync(
        IReadOnlyCollection<Guid> units, CancellationToken token) => StoreAway.GuardAsync(
        "read adherence rules",
        async stop =>
        {
            var rows = await database.Command(SelectSome, units.ToArray()).ListAsync(Map, stop);
            return (rows[0].Position.Timeline, Rules(rows));
        },
        token);

    /// <summary>
    /// Makes this the only transaction that writes adherence rules until it ends, and answers those of the unit as
    /// they are now, entries taken away included.
    /// </summary>
    public async Task<IReadOnlyList<RuleRow>> LockAsync(
        WriteTransaction transaction, BusinessUnitId unit, CancellationToken token)
    {
        // Two statements: the second sees what the last holder of the lock has committed.
        await transaction.Command(Lock, LockIds.AdherenceRules).ExecuteAsync(token);
        return Rules(await transaction.Command(SelectSome, new[] { unit.Value }).ListAsync(Map, token));
    }

    public async Task AppendAsync(WriteTransaction transaction, RuleRow row, CancellationToken token)
    {
        await transaction.Command(
            Insert, row.Unit.Value, row.Version, Commands.Date(row.From), Commands.Json(row.Rules), row.Author,
            Commands.Time(row.At)).ExecuteAsync(token);
        transaction.Record(
            Scope, new Change(Entity, row.Unit.Value.ToString("D"), row.Version, ChangeOperation.Put));
    }

    /// <summary>How a unit's rules came to be, the newest change first.</summary>
    /// <param name="before">Only changes before this version.</param>
    public async Task<IReadOnlyList<RuleRow>> HistoryAsync(
        BusinessUnitId unit, long before, int limit, CancellationToken token) =>
        Rules(await database.Command(SelectHistory, unit.Value, before, limit).ListAsync(Map, token));

    /// <summary>The change that made a version; null when there is none.</summary>
    public async Task<RuleRow?> FindAsync(BusinessUnitId unit, long version, CancellationToken token) =>
        Rules(await database.Command(SelectVersion, unit.Value, version).ListAsync(Map, token)).SingleOrDefault();

    private static IReadOnlyList<RuleRow> Rules(IReadOnlyList<(ScopePosition Position, RuleRow? Row)> rows) =>
        [.. rows.Select(row => row.Row).OfType<RuleRow>()];

    private static (ScopePosition Position, RuleRow? Row) Map(NpgsqlDataReader row)
    {
        var position = new ScopePosition(row.GetInt32(0), row.GetInt64(1));
        return row.IsDBNull(2)
            ? (position, null)
            : (position, new RuleRow(
                new BusinessUnitId(row.GetGuid(2)),
                row.GetInt64(3),
                row.IsDBNull(4) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(4)),
                row.Text(5),
                row.GetString(6),
                row.Time(7)));
    }
}
