using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Outcomes;
using Muster.Storage.Identity;

namespace Muster.Server.Api.Identity;

/// <summary>Which part of the audit trail is asked for.</summary>
public sealed record AuditQuery(
    [property: FromQuery(Name = "actor"), Description("Only what this user or program did.")] string? Actor,
    [property: FromQuery(Name = "entity"), Description("Only changes of this kind of thing: user, agent, …")]
    string? Entity,
    [property: FromQuery(Name = "entity_id"), Description("Only changes of this thing.")] string? EntityId,
    [property: FromQuery(Name = "from"), Description("Not before this instant.")] DateTimeOffset? From,
    [property: FromQuery(Name = "to"), Description("Before this instant.")] DateTimeOffset? To)
{
    public Refusal? Check() => new FieldChecks()
        .NoControls("actor", Actor ?? "")
        .NoControls("entity", Entity ?? "")
        .NoControls("entity_id", EntityId ?? "")
        .That(From is null || To is null || From < To, "to", "must be later than from.")
        .Refusal;

    public AuditFilter Filter() => new(Actor ?? "", Entity ?? "", EntityId ?? "", From, To);
}
