using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Schedules;

/// <summary>Which notices of a management unit.</summary>
public sealed record UnitNoticesQuery(
    [property: FromQuery(Name = "management_unit_id"), Description("Whose they are.")] Guid ManagementUnitId,
    [property: FromQuery(Name = "version"), Description("Of this version only; absent: of all.")]
    long? Version = null,
    [property: FromQuery(Name = "limit")] int? Limit = null,
    [property: FromQuery(Name = "cursor")] string? Cursor = null);
