using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Demand;

/// <summary>On which day people are employed.</summary>
public sealed record AgentGroupsQuery(
    [property: FromQuery(Name = "date"), Description("A day on which they are employed.")] DateOnly Date);
