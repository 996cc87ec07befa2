using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Adherence;

/// <summary>Whose adherence is asked for.</summary>
public sealed record WallQuery(
    [property: FromQuery(Name = "unit_id"), Description("The management unit.")] Guid UnitId);
