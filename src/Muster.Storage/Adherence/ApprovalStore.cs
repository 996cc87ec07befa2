using Muster.Cluster.Streams;
using Muster.Domain.People;
using Npgsql;

namespace Muster.Storage.Adherence;

/// <summary>Approvals of what agents did. Changes are recorded in the scope of <see cref="RuleStore"/>.</summary>
public sealed class ApprovalStore(Database database)
{
    /// <summary>A change is named by the approval; its payload is the agent.</summary>
    public const string Entity = "adherence_approval";

    private const string Columns = "id, agent_id, starts_at, ends_at, note, author, at";

    private const string Insert = $"INSERT INTO adherence_approval ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7)";

    private const string Remove = $"""
        UPDATE adherence_approval SET removed_by = $3, removed_at = $4
        WHERE id = $1 AND agent_id = $2 AND removed_at IS NULL RETURNING {Columns}
        """;

    private const string Select = $"""
        SELECT {Columns} FROM adherence_approval
        WHERE removed_at IS NULL AND ends_at > $1 AND ($2::uuid[] IS NULL OR agent_id = ANY ($2))
        ORDER BY starts_at, id
        """;

    /// <summary>Those that end after a moment, in order.</summary>
    /// <param name="agents">Of these; null: of all.</param>
    public Task<IReadOnlyList<ApprovalRow>> ListAsync(
        DateTimeOffset after, IEnumerable<AgentId>? agents, CancellationToken token) =>
        database.Command(
            Select, Commands.Time(after), Commands.Uuids(agents?.Select(agent => (Guid?)agent.Value)))
            .ListAsync(Map, token);

    public async Task InsertAsync(WriteTransaction transaction, ApprovalRow row, CancellationToken token)
    {
        await transaction.Command(
            Insert, row.Id, row.Agent.Value, Commands.Time(row.Start), Commands.Time(row.End), row.Note, row.Author,
            Commands.Time(row.At)).ExecuteAsync(token);
        Record(transaction, row, 1, ChangeOperation.Put);
    }

    /// <returns>What it was; null: the agent has no such approval.</returns>
    public async Task<ApprovalRow?> RemoveAsync(
        WriteTransaction transaction, AgentId agent, Guid id, CancellationToken token)
    {
        var removed = await transaction.Command(
            Remove, id, agent.Value, transaction.Context.Actor.Name, Commands.Time(transaction.Context.At))
            .FirstAsync(Map, token);
        if (removed is not null)
        {
            Record(transaction, removed, 2, ChangeOperation.Delete);
        }

        return removed;
    }

    private static void Record(
        WriteTransaction transaction, ApprovalRow row, long version, ChangeOperation operation) =>
        transaction.Record(RuleStore.Scope, new Change(
            Entity, row.Id.ToString("D"), version, operation, row.Agent.Value.ToString("D")));

    private static ApprovalRow Map(NpgsqlDataReader row) => new(
        row.GetGuid(0), new AgentId(row.GetGuid(1)), row.Time(2), row.Time(3), row.GetString(4), row.GetString(5),
        row.Time(6));
}
