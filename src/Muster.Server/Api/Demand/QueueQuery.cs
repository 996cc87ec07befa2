using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;

namespace Muster.Server.Api.Demand;

/// <summary>Which queue of which business unit.</summary>
public sealed record QueueQuery(
    [property: FromQuery(Name = "business_unit_id"), Description("Whose queue it is.")] Guid BusinessUnitId,
    [property: FromQuery(Name = "queue"), Description("As the queues of planning groups name it.")] string Queue)
{
    public Refusal? Check() => PlannedQueue.CheckId(new FieldChecks(), "queue", Queue).Refusal;
}
