using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Demand;

/// <summary>Of which business unit.</summary>
public sealed record UnitQuery(
    [property: FromQuery(Name = "business_unit_id"), Description("Whose they are.")] Guid BusinessUnitId);
