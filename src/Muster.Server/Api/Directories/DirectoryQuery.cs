using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Directories;

/// <summary>Which objects a list shows.</summary>
public sealed record DirectoryQuery(
    [property: FromQuery(Name = "tenant"), Description("The external id of the tenant whose they are.")]
    string? Tenant,
    [property: FromQuery(Name = "include_removed"), Description("True: those that are gone too.")] bool? IncludeRemoved,
    [property: FromQuery(Name = "limit")] int? Limit,
    [property: FromQuery(Name = "cursor")] string? Cursor);
