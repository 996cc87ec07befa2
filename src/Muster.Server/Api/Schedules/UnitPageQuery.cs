using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Schedules;

/// <summary>A part of a list of a management unit.</summary>
public sealed record UnitPageQuery(
    [property: FromQuery(Name = "management_unit_id"), Description("Whose they are.")] Guid ManagementUnitId,
    [property: FromQuery(Name = "limit")] int? Limit = null,
    [property: FromQuery(Name = "cursor")] string? Cursor = null);
