using Muster.Domain.Identity;
using Muster.Server.Api.Access;

namespace Muster.Server.Api.Demand;

/// <summary>What formulas cannot answer: planning groups that share agents with several skills.</summary>
public static class SimulationApi
{
    public static void MapSimulationApi(this IEndpointRouteBuilder api)
    {
        var simulation = api.MapGroup("/forecasts/{id:guid}/simulation").WithTags("Forecasts");
        simulation.MapGet("/agent-groups",
                (HttpContext http, SimulationEndpoint endpoint, Guid id, [AsParameters] AgentGroupsQuery query) =>
                    endpoint.ListAsync(http, id, query))
            .RequiresSomewhere(Permissions.ForecastView).Answers<Page<KnownAgentGroupView>>()
            .Called("Lists people by the planning groups they can serve",
                "Those of the business unit, by their skills; the most first. Who can serve none is left out.");
        simulation.MapPost("/requirement",
                (HttpContext http, SimulationEndpoint endpoint, Guid id, SharedRequirementBody body) =>
                    endpoint.RequireAsync(http, id, body))
            .RequiresSomewhere(Permissions.ForecastView).Answers<SharedRequirementView>()
            .Called("Looks for the fewest agents of several groups together, by simulation",
                "Of one interval, as if it lasted until all has settled, by the terms that are kept. The result is not "
                    + "proven smallest. A day is asked for interval by interval; who goes away ends the search.");
        simulation.MapPost("/what-if",
                (HttpContext http, SimulationEndpoint endpoint, Guid id, WhatIfBody body) =>
                    endpoint.WhatIfAsync(http, id, body))
            .RequiresSomewhere(Permissions.ForecastView).Answers<WhatIfView>()
            .Called("Simulates a part of a day with given agents",
                "Service level, waits, abandonment and occupancy, each with its half-width.");
    }
}
