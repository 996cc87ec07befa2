using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Demand;

/// <summary>Which day, and what of it counts as known.</summary>
public sealed record IntradayQuery(
    [property: FromQuery(Name = "date"), Description("A day of the forecast; absent: today.")] DateOnly? Date = null,
    [property: FromQuery(Name = "until"),
        Description("As if nothing were known of that time or later; absent: all that is known.")]
    TimeOnly? Until = null);
