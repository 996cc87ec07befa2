using Muster.Domain.People;
using NodaTime;
using Npgsql;

namespace Muster.Storage.Adherence;

/// <summary>Days that are to be judged anew from the log. Written under the lease of the aggregator, fenced.</summary>
public sealed class RecountStore(Database database)
{
    // What was asked for already grows by what is asked for now.
    private const string Put = """
        INSERT INTO adherence_recount AS r (agent_id, first_day, end_day)
        SELECT a.agent, min(a.first_day), max(a.end_day)
        FROM unnest($1::uuid[], $2::date[], $3::date[]) a (agent, first_day, end_day) GROUP BY a.agent
        ON CONFLICT (agent_id) DO UPDATE SET
            first_day = least(r.first_day, excluded.first_day), end_day = greatest(r.end_day, excluded.end_day),
            number = excluded.number
        """;

    private const string SelectNext = """
        SELECT agent_id, first_day, end_day, number FROM adherence_recount ORDER BY number LIMIT $1
        """;

    private const string SelectCount = "SELECT count(*) FROM adherence_recount";

    private const string Finish = """
        DELETE FROM adherence_recount r USING unnest($1::uuid[], $2::bigint[]) d (agent, number)
        WHERE r.agent_id = d.agent AND r.number = d.number
        """;

    private const string Shorten = """
        UPDATE adherence_recount r SET end_day = d.end_day
        FROM unnest($1::uuid[], $2::bigint[], $3::date[]) d (agent, number, end_day)
        WHERE r.agent_id = d.agent AND r.number = d.number AND r.first_day < d.end_day
        """;

    /// <summary>Asks for days of agents. The numbers say nothing yet.</summary>
    public Task AskAsync(WriteTransaction transaction, IReadOnlyCollection<Recount> asked, CancellationToken token) =>
        asked.Count == 0 ? Task.CompletedTask : transaction.Command(
            Put, asked.Select(one => one.Agent.Value).ToArray(), Commands.Dates(asked.Select(one => one.First)),
            Commands.Dates(asked.Select(one => one.End))).ExecuteAsync(token);

    /// <summary>Those that have waited longest.</summary>
    public Task<IReadOnlyList<Recount>> ListNextAsync(int limit, CancellationToken token) =>
        database.Command(SelectNext, limit).ListAsync(Map, token);

    /// <summary>How many agents have days that wait.</summary>
    public async Task<long> CountAsync(CancellationToken token) =>
        (await database.Command(SelectCount).ListAsync(row => row.GetInt64(0), token))[0];

    /// <summary>
    /// These are judged down to their new ends: what is left of them stays. One that was asked for again meanwhile
    /// stays as it is.
    /// </summary>
    public async Task DoneAsync(
        WriteTransaction transaction, IReadOnlyCollection<(Recount Asked, LocalDate NewEnd)> done,
        CancellationToken token)
    {
        var finished = done.Where(one => one.NewEnd <= one.Asked.First).Select(one => one.Asked).ToList();
        var rest = done.Where(one => one.NewEnd > one.Asked.First).ToList();
        await transaction.Batch()
            .Then(
                Finish, finished.Select(one => one.Agent.Value).ToArray(),
                finished.Select(one => one.Number).ToArray())
            .Then(
                Shorten, rest.Select(one => one.Asked.Agent.Value).ToArray(),
                rest.Select(one => one.Asked.Number).ToArray(), Commands.Dates(rest.Select(one => one.NewEnd)))
            .ExecuteAsync(token);
    }

    private static Recount Map(NpgsqlDataReader row) => new(
        new AgentId(row.GetGuid(0)), LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(1)),
        LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(2)), row.GetInt64(3));
}
