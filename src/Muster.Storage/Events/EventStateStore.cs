using Npgsql;

namespace Muster.Storage.Events;

/// <summary>Numbers for states and reason codes. A number never changes its meaning.</summary>
public sealed class EventStateStore(Database database)
{
    // Under the lock of the source, so nobody else adds to it meanwhile.
    private const string Add = """
        INSERT INTO event_state (source, state, reason)
        SELECT $1, r.state, r.reason FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS r (state, reason, place)
        WHERE NOT EXISTS (
            SELECT FROM event_state s WHERE s.source = $1 AND s.state = r.state AND s.reason = r.reason)
        ORDER BY r.place LIMIT greatest(0, $4 - (SELECT count(*) FROM event_state s WHERE s.source = $1))
        """;

    private const string SelectSome = """
        SELECT s.id, s.source, s.state, s.reason
        FROM unnest($2::text[], $3::text[]) AS r (state, reason)
        JOIN event_state s ON s.source = $1 AND s.state = r.state AND s.reason = r.reason
        """;

    private const string SelectAfter =
        "SELECT id, source, state, reason FROM event_state WHERE id > $1 ORDER BY id";

    /// <summary>
    /// The states of a source, those that are new numbered now, as long as it has fewer than so many in all.
    /// </summary>
    /// <param name="texts">State and reason, each pair once.</param>
    public async Task<IReadOnlyList<EventState>> NumberAsync(
        WriteTransaction transaction, int source, IReadOnlyCollection<(string State, string Reason)> texts, int most,
        CancellationToken token)
    {
        string[] states = [.. texts.Select(text => text.State)];
        string[] reasons = [.. texts.Select(text => text.Reason)];
        await transaction.Command(Add, source, states, reasons, (long)most).ExecuteAsync(token);
        return await transaction.Command(SelectSome, source, states, reasons).ListAsync(Map, token);
    }

    /// <summary>
    /// All states numbered after this one, in order. Numbers that are committed later may be lower: ask from 0.
    /// </summary>
    public Task<IReadOnlyList<EventState>> ListAsync(int after, CancellationToken token) =>
        database.Command(SelectAfter, after).ListAsync(Map, token);

    private static EventState Map(NpgsqlDataReader row) =>
        new(row.GetInt32(0), row.GetInt32(1), row.GetString(2), row.GetString(3));
}
