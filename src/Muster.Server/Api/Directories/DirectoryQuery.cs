using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Directories;

/// <summary>Which objects a list shows.</summary>
/// <param name="Tenant">The external id of the tenant whose they are.</param>
/// <param name="IncludeRemoved">Whether those that are gone are shown too.</param>
public sealed record DirectoryQuery(
    string? Tenant,
    [property: FromQuery(Name = "include_removed")] bool? IncludeRemoved,
    int? Limit,
    string? Cursor);
