using Muster.Testing;

namespace Muster.Faults.Tests.Results;

/// <summary>What aggregators have stored, beside what one that is never disturbed stores of the same.</summary>
internal sealed class StoredResults(TestDatabase database)
{
    // An exception goes on after the moment up to which is compared.
    private const string Exceptions = """
        SELECT agent_id, day, starts_at, least(ends_at, (SELECT until FROM kept_position)) AS ends_at, verdict, impact,
            rule, activity_code_id, actual, source, state, reason, schedule_version, told_at, approval_id
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until all that was told is stored, past days too.</summary>
    public Task<TimeSpan> UntilStoredAsync() => Until.FineAsync(Patience, async () =>
        await database.ScalarAsync("""
            SELECT format('Stored up to %s of %s, %s recounts wait.', p.log_seq, f.last, r.waiting)
            FROM muster.event_feed f LEFT JOIN muster.adherence_position p ON true,
                (SELECT count(*) AS waiting FROM muster.adherence_recount) r
            WHERE p.log_seq IS DISTINCT FROM f.last OR r.waiting > 0 OR p.schedules IS DISTINCT FROM
                (SELECT version FROM muster.scope WHERE name = 'schedules')
                OR p.terms IS DISTINCT FROM (SELECT version FROM muster.scope WHERE name = 'adherence')
            """) as string);

    /// <summary>Puts all of it aside, as if nothing was ever stored.</summary>
    public async Task<long> PutAsideAsync()
    {
        await database.ScalarAsync($"""
            CREATE TABLE kept_position AS SELECT * FROM muster.adherence_position;
            CREATE TABLE kept_interval AS SELECT * FROM muster.adherence_interval;
            CREATE TABLE kept_exception AS {Exceptions} FROM muster.adherence_exception;
            TRUNCATE muster.adherence_position, muster.adherence_interval, muster.adherence_exception
            """);
        return (long)(await database.ScalarAsync(
            "SELECT (SELECT count(*) FROM kept_interval) + (SELECT count(*) FROM kept_exception)"))!;
    }

    /// <summary>Rows that are in one and not in the other; null: they are the same.</summary>
    public async Task<string?> DifferenceAsync() => await database.ScalarAsync($"""
        WITH i AS (SELECT * FROM muster.adherence_interval WHERE starts_at < (SELECT until FROM kept_position)),
            e AS ({Exceptions} FROM muster.adherence_exception WHERE starts_at < (SELECT until FROM kept_position)),
            different AS (
                SELECT 'kept ' || k::text AS line FROM (SELECT * FROM kept_interval EXCEPT SELECT * FROM i) k
                UNION ALL SELECT 'new ' || k::text FROM (SELECT * FROM i EXCEPT SELECT * FROM kept_interval) k
                UNION ALL SELECT 'kept ' || k::text FROM (SELECT * FROM kept_exception EXCEPT SELECT * FROM e) k
                UNION ALL SELECT 'new ' || k::text FROM (SELECT * FROM e EXCEPT SELECT * FROM kept_exception) k)
        SELECT string_agg(line, E'\n' ORDER BY line) FROM (SELECT line FROM different LIMIT 20) d
        """) as string;
}
