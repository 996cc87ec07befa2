using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Cluster;

/// <summary>Which version is asked for, and how long to wait for it.</summary>
public sealed record AppliedQuery(
    [property: FromQuery(Name = "version"), Description("Of the scope, as an answer to a write tells it.")]
    long Version,
    [property: FromQuery(Name = "timeline"), Description("Of the database; absent: the present one.")] int? Timeline,
    [property: FromQuery(Name = "wait_ms"), Description("How long to wait for nodes that are behind.")] int? WaitMs);
