using Muster.Domain.Identity;
using Muster.Server.Api.Access;

namespace Muster.Server.Api.Intraday;

/// <summary>Today: what was forecast beside what comes.</summary>
public static class IntradayApi
{
    public static void MapIntradayApi(this IEndpointRouteBuilder api) => api
        .MapGet("/intraday", (HttpContext http, IntradayEndpoint endpoint, [AsParameters] IntradayDayQuery query) =>
            endpoint.ReadAsync(http, query))
        .RequiresSomewhere(Permissions.ForecastView).WithTags("Intraday").Answers<IntradayDayView>()
        .Called("Shows a business unit's day by interval",
            "Forecast, what came, and the rest forecast again; agents required, scheduled and on queue; the service "
                + "level predicted to the end of the day. The live topic is intraday/BUSINESS_UNIT.");
}
