using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Cluster;

/// <summary>Which version is asked for, and how long to wait for it.</summary>
/// <param name="Timeline">The present one when absent.</param>
public sealed record AppliedQuery(
    [FromQuery(Name = "version")] long Version,
    [FromQuery(Name = "timeline")] int? Timeline,
    [FromQuery(Name = "wait_ms")] int? WaitMs);
