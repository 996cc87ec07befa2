using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Events;

/// <summary>Whose events come.</summary>
public sealed record EventsQuery(
    [property: FromQuery(Name = "source"), Description("Name of the source; made if there is none.")] string Source,
    [property: FromQuery(Name = "tenant_id"),
        Description("The source's tenant; needed when there are several and the source is new.")] Guid? Tenant);
