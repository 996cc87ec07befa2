using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Demand;

/// <summary>Of which business unit, and which part of the list.</summary>
public sealed record ForecastsQuery(
    [property: FromQuery(Name = "business_unit_id"), Description("Whose they are.")] Guid BusinessUnitId,
    [property: FromQuery(Name = "cursor")] string? Cursor,
    [property: FromQuery(Name = "limit")] int? Limit);
