using Muster.Cluster.Streams;
using Npgsql;

namespace Muster.Storage.Streams;

/// <summary>Draws changes for the consistency checker.</summary>
public sealed class ChangeSampleStore(Database database)
{
    // One of the last thousand changes of some scope, by the caller's chance; then the newest change of that entity
    // that is old enough.
    private const string Draw = """
        WITH drawn AS (
            SELECT id, name, version FROM scope WHERE version > 0
            ORDER BY md5(name || ($1::double precision)::text) LIMIT 1
        ), picked AS (
            SELECT d.id, d.name, c.entity, c.entity_id
            FROM drawn d JOIN change c ON c.scope = d.id
            WHERE c.seq = d.version - floor($1::double precision * least(1000, d.version))::bigint
        )
        SELECT p.name, timeline(), c.seq, c.entity, c.entity_id, c.entity_version
        FROM picked p JOIN change c ON c.scope = p.id AND c.entity = p.entity AND c.entity_id = p.entity_id
        WHERE c.at < clock_timestamp() - $2::interval AND c.seq > (SELECT version - 2000 FROM drawn)
        ORDER BY c.seq DESC LIMIT 1
        """;

    /// <param name="chance">From 0 up to, not including, 1: decides which.</param>
    /// <param name="age">Younger changes may still be on their way.</param>
    /// <returns>Null when there is none that old.</returns>
    public Task<ChangeSample?> DrawAsync(double chance, TimeSpan age, CancellationToken token) => StoreAway.GuardAsync(
        "draw a change", stop => database.Command(Draw, chance, age).FirstAsync(Map, stop), token);

    private static ChangeSample Map(NpgsqlDataReader row) => new(
        new ScopeName(row.GetString(0)),
        new ScopePosition(row.GetInt32(1), row.GetInt64(2)),
        row.GetString(3),
        row.GetString(4),
        row.GetInt64(5));
}
