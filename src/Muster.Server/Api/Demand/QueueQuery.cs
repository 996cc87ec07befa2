using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Demand;

/// <summary>Which queue of which business unit.</summary>
public sealed record QueueQuery(
    [property: FromQuery(Name = "business_unit_id"), Description("Whose queue it is.")] Guid BusinessUnitId,
    [property: FromQuery(Name = "queue"), Description("As the queues of planning groups name it.")] string Queue);
