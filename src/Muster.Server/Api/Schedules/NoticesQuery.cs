using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Schedules;

/// <summary>Which notices of one's own.</summary>
public sealed record NoticesQuery(
    [property: FromQuery(Name = "all"), Description("Also those that one has said one has seen.")] bool All = false,
    [property: FromQuery(Name = "limit")] int? Limit = null);
