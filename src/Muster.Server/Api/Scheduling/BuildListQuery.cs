using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Scheduling;

/// <summary>Which builds of which business unit.</summary>
public sealed record BuildListQuery(
    [property: FromQuery(Name = "business_unit_id"), Description("Whose they are.")] Guid BusinessUnitId,
    [property: FromQuery(Name = "limit")] int? Limit = null,
    [property: FromQuery(Name = "cursor")] string? Cursor = null);
