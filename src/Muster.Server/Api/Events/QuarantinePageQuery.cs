using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Events;

/// <summary>Which part of the list of quarantined lines is asked for.</summary>
public sealed record QuarantinePageQuery(
    [property: FromQuery(Name = "cursor")] string? Cursor, [property: FromQuery(Name = "limit")] int? Limit);
