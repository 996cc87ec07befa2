using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Storage.Adherence;
using Npgsql;

namespace Muster.Storage.Events;

/// <summary>
/// What sources have lost. Adherence is judged by it, so changes are recorded in the scope of <see cref="RuleStore"/>.
/// </summary>
public sealed class EventLossStore(Database database)
{
    /// <summary>A change is named by the loss; its payload is the source's number.</summary>
    public const string Entity = "event_loss";

    private const string Columns = """
        l.id, l.source, s.tenant_id, s.name, l.starts_at, l.ends_at, l.note, l.author, l.at
        """;

    private const string Select = $"""
        SELECT {Columns} FROM event_loss l JOIN event_source s ON s.number = l.source
        WHERE l.removed_at IS NULL AND l.ends_at > $1 AND ($2::int IS NULL OR l.source = $2)
        ORDER BY l.starts_at, l.id
        """;

    private const string Insert = """
        INSERT INTO event_loss (id, source, starts_at, ends_at, note, author, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string Remove = $"""
        UPDATE event_loss l SET removed_by = $3, removed_at = $4 FROM event_source s
        WHERE s.number = l.source AND l.id = $1 AND l.source = $2 AND l.removed_at IS NULL RETURNING {Columns}
        """;

    private const string DeleteOld = """
        DELETE FROM event_loss WHERE id IN (SELECT id FROM event_loss WHERE ends_at < $1 LIMIT $2)
        """;

    /// <summary>Those that end after a moment, in order.</summary>
    /// <param name="source">The number of a source; null: of all.</param>
    public Task<IReadOnlyList<EventLoss>> ListAsync(DateTimeOffset after, int? source, CancellationToken token) =>
        database.Command(Select, Commands.Time(after), Commands.Integer(source)).ListAsync(Map, token);

    public async Task InsertAsync(WriteTransaction transaction, EventLoss loss, CancellationToken token)
    {
        await transaction.Command(
            Insert, loss.Id, loss.Source, Commands.Time(loss.Start), Commands.Time(loss.End), loss.Note, loss.Author,
            Commands.Time(loss.At)).ExecuteAsync(token);
        Record(transaction, loss, 1, ChangeOperation.Put);
    }

    /// <returns>What it was; null: the source has no such loss.</returns>
    public async Task<EventLoss?> RemoveAsync(
        WriteTransaction transaction, EventSource source, Guid id, CancellationToken token)
    {
        var removed = await transaction.Command(
            Remove, id, source.Number, transaction.Context.Actor.Name, Commands.Time(transaction.Context.At))
            .FirstAsync(Map, token);
        if (removed is not null)
        {
            Record(transaction, removed, 2, ChangeOperation.Delete);
        }

        return removed;
    }

    public Task<int> DeleteOldAsync(DateTimeOffset before, CancellationToken token) =>
        database.DeleteBeforeAsync(DeleteOld, before, token);

    private static void Record(
        WriteTransaction transaction, EventLoss loss, long version, ChangeOperation operation) =>
        transaction.Record(
            RuleStore.Scope, new Change(Entity, loss.Id.ToString("D"), version, operation, $"{loss.Source}"));

    private static EventLoss Map(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt32(1), new TenantId(row.GetGuid(2)), row.GetString(3), row.Time(4), row.Time(5),
        row.GetString(6))
    {
        Author = row.GetString(7),
        At = row.Time(8),
    };
}
