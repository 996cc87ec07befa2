using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Schedules;

/// <summary>Of which publish.</summary>
public sealed record PublishProgressQuery(
    [property: FromQuery(Name = "idempotency_key"), Description("That the caller has sent the publish with.")]
    string? IdempotencyKey = null);
