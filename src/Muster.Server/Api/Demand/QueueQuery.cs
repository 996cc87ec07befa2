using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Demand;

/// <summary>Which queue of which business unit.</summary>
public sealed record QueueQuery(
    [property: FromQuery(Name = "business_unit_id")] Guid BusinessUnitId,
    [property: FromQuery(Name = "queue")] string Queue);
