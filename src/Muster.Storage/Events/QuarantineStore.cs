using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Muster.Storage.Events;

/// <summary>Lines that could not be used. Written under the lock of their source.</summary>
public sealed class QuarantineStore(Database database)
{
    private const string Columns =
        "id, source, run, position, content, line, kind, field, reason, first_at, last_at, times";

    private const string Matches = """
        ($1::int IS NULL OR source = $1) AND ($2::text IS NULL OR kind = $2) AND ($3::bigint[] IS NULL OR id = ANY ($3))
        """;

    // The same line again stays the same row, with the newest reason.
    private const string Put = """
        WITH said AS (
            SELECT * FROM unnest($1::int[], $2::int[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::bigint[]) WITH ORDINALITY
                AS r (source, run, position, content, line, kind, field, reason, times, place)
        ), again AS (
            UPDATE event_quarantine q SET last_at = $10, times = q.times + r.times, kind = r.kind, field = r.field,
                reason = r.reason
            FROM said r
            WHERE q.source = r.source AND q.run = r.run AND q.content = r.content
                AND q.position IS NOT DISTINCT FROM r.position
            RETURNING r.place
        ), held AS (
            SELECT source, count(*) AS lines FROM event_quarantine WHERE source = ANY ($1) GROUP BY source
        ), fresh AS (
            SELECT s.*, row_number() OVER (PARTITION BY s.source ORDER BY s.place) + coalesce(h.lines, 0) AS held
            FROM said s LEFT JOIN held h USING (source)
            WHERE s.place NOT IN (SELECT place FROM again)
        ), put AS (
            INSERT INTO event_quarantine (source, run, position, content, line, kind, field, reason, first_at, last_at,
                times)
            SELECT source, run, position, content, line, kind, field, reason, $10, $10, times
            FROM fresh WHERE held <= $11 ORDER BY place
        )
        SELECT place::int, true FROM fresh WHERE held <= $11 UNION ALL SELECT place::int, false FROM again
        """;

    private const string SelectPage = $"""
        SELECT {Columns} FROM event_quarantine WHERE {Matches} AND id > $4 ORDER BY id LIMIT $5
        """;

    private const string SelectCounts = "SELECT source, kind, count(*) FROM event_quarantine GROUP BY source, kind";

    private const string DeleteSome = "DELETE FROM event_quarantine WHERE id = ANY ($1)";

    private const string DeletePositions = """
        DELETE FROM event_quarantine
        WHERE source = $1 AND run = $2 AND position = ANY ($3) AND kind <> 'position_used'
        """;

    private const string DeleteMatching = $"DELETE FROM event_quarantine WHERE {Matches}";

    private const string DeleteOld = """
        DELETE FROM event_quarantine WHERE id IN (SELECT id FROM event_quarantine WHERE last_at < $1 LIMIT $2)
        """;

    /// <summary>Keeps lines, at most so many of a source in all.</summary>
    /// <param name="rows">Each line once.</param>
    /// <returns>
    /// By its place among the rows: true when it is new, false when it came before; those that are not there were not
    /// kept.
    /// </returns>
    public async Task<IReadOnlyDictionary<int, bool>> PutAsync(
        WriteTransaction transaction, IReadOnlyList<QuarantinedLine> rows, int most, CancellationToken token) =>
        (await transaction.Command(
            Put,
            rows.Select(row => row.Source).ToArray(),
            rows.Select(row => row.Run).ToArray(),
            new NpgsqlParameter
            {
                Value = rows.Select(row => row.Position).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint,
            },
            rows.Select(row => row.Content).ToArray(),
            rows.Select(row => row.Line).ToArray(),
            rows.Select(row => WordOf(row.Kind)).ToArray(),
            rows.Select(row => row.Field).ToArray(),
            rows.Select(row => row.Reason).ToArray(),
            rows.Select(row => row.Times).ToArray(),
            Commands.Time(transaction.Context.At),
            (long)most)
            .ListAsync(row => (Place: row.GetInt32(0) - 1, IsNew: row.GetBoolean(1)), token))
            .ToDictionary(row => row.Place, row => row.IsNew);

    /// <summary>Some of the lines, in the order in which they came first.</summary>
    public Task<IReadOnlyList<QuarantinedLine>> ListAsync(
        SqlSession? session, QuarantineFilter filter, long after, int limit, CancellationToken token) =>
        (session ?? database).Command(SelectPage, [.. Values(filter), after, limit]).ListAsync(Map, token);

    public Task<IReadOnlyList<QuarantineCount>> CountAsync(CancellationToken token) =>
        database.Command(SelectCounts).ListAsync(
            row => new QuarantineCount(row.GetInt32(0), KindOf(row.GetString(1)), row.GetInt64(2)), token);

    public Task<int> DeleteAsync(WriteTransaction transaction, IEnumerable<long> ids, CancellationToken token) =>
        transaction.Command(DeleteSome, ids.ToArray()).ExecuteAsync(token);

    /// <summary>Deletes what stood at positions at which a line was taken in now.</summary>
    public Task<int> DeleteAsync(
        WriteTransaction transaction, (int Source, int Run) run, long[] positions, CancellationToken token) =>
        transaction.Command(DeletePositions, run.Source, run.Run, positions).ExecuteAsync(token);

    public Task<int> DeleteAsync(WriteTransaction transaction, QuarantineFilter filter, CancellationToken token) =>
        transaction.Command(DeleteMatching, Values(filter)).ExecuteAsync(token);

    public Task<int> DeleteOldAsync(DateTimeOffset before, CancellationToken token) =>
        database.DeleteBeforeAsync(DeleteOld, before, token);

    private static object?[] Values(QuarantineFilter filter) =>
    [
        Commands.Integer(filter.Source),
        Commands.Text(filter.Kind is { } kind ? WordOf(kind) : null),
        Commands.Longs(filter.Ids),
    ];

    private static string WordOf(QuarantineKind kind) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static QuarantineKind KindOf(string word) =>
        Enum.GetValues<QuarantineKind>().First(kind => WordOf(kind) == word);

    private static QuarantinedLine Map(NpgsqlDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Source = row.GetInt32(1),
        Run = row.GetInt32(2),
        Position = row.IsDBNull(3) ? null : row.GetInt64(3),
        Content = row.GetInt64(4),
        Line = row.GetString(5),
        Kind = KindOf(row.GetString(6)),
        Field = row.GetString(7),
        Reason = row.GetString(8),
        FirstAt = row.Time(9),
        LastAt = row.Time(10),
        Times = row.GetInt64(11),
    };
}
