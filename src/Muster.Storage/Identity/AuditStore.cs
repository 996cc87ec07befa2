using Muster.Domain.Identity;
using Npgsql;

namespace Muster.Storage.Identity;

/// <summary>The audit trail: appended in the transaction of the change, never altered (a trigger refuses it).</summary>
public sealed class AuditStore(Database database)
{
    private const string Insert = """
        INSERT INTO audit (
            at, actor_kind, actor_id, actor_name, address, action, entity, entity_id, before, after, request_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    // Newest first; $1 is the last id of the page before. Empty filters match everything.
    private const string SelectPage = """
        SELECT id, at, actor_kind, actor_id, actor_name, address, action, entity, entity_id, before, after, request_id
        FROM audit
        WHERE id < $1
          AND ($2 = '' OR actor_name ILIKE $3)
          AND ($4 = '' OR entity = $4)
          AND ($5 = '' OR entity_id = $5)
          AND ($6::timestamptz IS NULL OR at >= $6)
          AND ($7::timestamptz IS NULL OR at < $7)
        ORDER BY id DESC LIMIT $8
        """;

    public Task AppendAsync(WriteTransaction transaction, AuditChange change, CancellationToken token)
    {
        var (actor, at, requestId) = transaction.Context;
        return transaction.Command(
            Insert, at, KindText(actor.Kind), Commands.Uuid(actor.Id), actor.Name, Commands.Text(actor.Address),
            change.Action, change.Entity, change.EntityId, Commands.Json(change.Before), Commands.Json(change.After),
            requestId).ExecuteAsync(token);
    }

    public Task<IReadOnlyList<AuditEntry>> ListAsync(
        AuditFilter filter, long before, int limit, CancellationToken token) =>
        database.Command(
            SelectPage, before, filter.Actor, LikePattern.Containing(filter.Actor), filter.Entity, filter.EntityId,
            Commands.Time(filter.From), Commands.Time(filter.To), limit).ListAsync(Map, token);

    private static string KindText(ActorKind kind) => kind switch
    {
        ActorKind.User => "user",
        ActorKind.Client => "client",
        _ => "system",
    };

    private static AuditEntry Map(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.Time(1),
        new Actor(
            Enum.Parse<ActorKind>(row.GetString(2), ignoreCase: true), row.Uuid(3), row.GetString(4), row.Text(5)),
        row.GetString(6),
        row.GetString(7),
        row.GetString(8),
        row.Text(9),
        row.Text(10),
        row.GetString(11));
}
