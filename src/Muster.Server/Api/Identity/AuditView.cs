using System.Text.Json;
using Muster.Domain.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>One line of the audit trail as the API shows it.</summary>
public sealed record AuditView(
    long Id,
    DateTimeOffset At,
    ActorKind ActorKind,
    Guid? ActorId,
    string ActorName,
    string? Address,
    string Action,
    string Entity,
    string EntityId,
    JsonElement? Before,
    JsonElement? After,
    string RequestId)
{
    public static AuditView Of(AuditEntry entry) => new(
        entry.Id, entry.At, entry.Actor.Kind, entry.Actor.Id, entry.Actor.Name, entry.Actor.Address, entry.Action,
        entry.Entity, entry.EntityId, Json(entry.Before), Json(entry.After), entry.RequestId);

    private static JsonElement? Json(string? text) =>
        text is null ? null : JsonElement.Parse(text);
}
