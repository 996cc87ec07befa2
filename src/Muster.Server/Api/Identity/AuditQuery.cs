using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Outcomes;
using Muster.Storage.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>Which part of the audit trail is asked for.</summary>
public sealed record AuditQuery(
    [FromQuery(Name = "actor")] string? Actor,
    [FromQuery(Name = "entity")] string? Entity,
    [FromQuery(Name = "entity_id")] string? EntityId,
    [FromQuery(Name = "from")] DateTimeOffset? From,
    [FromQuery(Name = "to")] DateTimeOffset? To)
{
    public Refusal? Check() => new FieldChecks()
        .NoControls("actor", Actor ?? "")
        .NoControls("entity", Entity ?? "")
        .NoControls("entity_id", EntityId ?? "")
        .That(From is null || To is null || From < To, "to", "must be later than from.")
        .Refusal;

    public AuditFilter Filter() => new(Actor ?? "", Entity ?? "", EntityId ?? "", From, To);
}
