using System.Text.Json;
using Muster.Domain.People;
using Muster.Domain.Sources;
using Npgsql;

namespace Muster.Storage.People;

/// <summary>What happened to whom. Nothing in it is ever changed.</summary>
public sealed class AgentEventStore(Database database)
{
    private const string Insert = """
        INSERT INTO agent_event (agent_id, version, place, kind, at, said_at, actor, difference)
        SELECT agent_id, version, place, kind, at, said_at, actor, difference
        FROM jsonb_to_recordset($1) AS r (
            agent_id uuid, version bigint, place smallint, kind text, at timestamptz, said_at timestamptz, actor text,
            difference jsonb)
        """;

    private const string SelectOf = """
        SELECT agent_id, version, kind, at, said_at, actor, difference FROM agent_event
        WHERE agent_id = $1 AND version < $2 ORDER BY version DESC, place DESC LIMIT $3
        """;

    /// <summary>Events of one agent and version are kept in the order given.</summary>
    public Task AppendAsync(WriteTransaction transaction, IReadOnlyList<AgentEvent> events, CancellationToken token) =>
        events.Count == 0
            ? Task.CompletedTask
            : transaction.Command(Insert, Commands.Json(Write(events))).ExecuteAsync(token);

    /// <summary>The latest first.</summary>
    /// <param name="before">A version: those of earlier ones.</param>
    public Task<IReadOnlyList<AgentEvent>> ListAsync(AgentId agent, long before, int limit, CancellationToken token) =>
        database.Command(SelectOf, agent.Value, before, limit).ListAsync(Map, token);

    private static string Write(IEnumerable<AgentEvent> events) => JsonSerializer.Serialize(
        events.GroupBy(row => (row.Agent, row.Version)).SelectMany(group => group.Select((row, place) => new
        {
            AgentId = row.Agent.Value,
            row.Version,
            Place = place,
            row.Kind,
            row.At,
            row.SaidAt,
            row.Actor,
            Difference = row.Differences,
        })),
        SourceJson.Options);

    private static AgentEvent Map(NpgsqlDataReader row) => new(
        new AgentId(row.GetGuid(0)),
        row.GetInt64(1),
        JsonSerializer.Deserialize<AgentEventKind>($"\"{row.GetString(2)}\"", SourceJson.Options),
        row.Time(3),
        row.MaybeTime(4),
        row.GetString(5),
        JsonSerializer.Deserialize<AgentDifference[]>(row.GetString(6), SourceJson.Options)!);
}
