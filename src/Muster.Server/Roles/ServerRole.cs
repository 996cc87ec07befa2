using Muster.Server.Adherence.Today;
using Muster.Server.Api;
using Muster.Server.Api.Adherence;
using Muster.Server.Api.Cluster;
using Muster.Server.Api.Demand;
using Muster.Server.Api.Events;
using Muster.Server.Api.Identity;
using Muster.Server.Api.Intraday;
using Muster.Server.Api.Live;
using Muster.Server.Api.Nodes;
using Muster.Server.Api.Organization;
using Muster.Server.Api.People;
using Muster.Server.Api.Schedules;
using Muster.Server.Api.Scheduling;
using Muster.Server.Api.Synchronization;
using Muster.Server.Demand;
using Muster.Server.Events;
using Muster.Server.Intraday;
using Muster.Server.Live;
using Muster.Server.Synchronization;
using Muster.Server.Web;

namespace Muster.Server.Roles;

/// <summary>The role <c>server</c>: the API, the web client, and clearing out what has expired.</summary>
public static class ServerRole
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<WebClient>();
        services.AddHousekeeping().AddSynchronization().AddLive().AddIngest().AddToday().AddIntraday()
            .AddHostedService<ForecastDuty>();
    }

    public static void MapEndpoints(IEndpointRouteBuilder root)
    {
        var api = root.MapGroup(ApiRoot.Path);
        api.MapSessionApi();
        api.MapPreferencesApi();
        api.MapUsersApi();
        api.MapAccessRolesApi();
        api.MapClientsApi();
        api.MapTokensApi();
        api.MapOrganizationApi();
        api.MapPlanCheckApi();
        api.MapPeopleApi();
        api.MapUsersOfAgentsApi();
        api.MapSynchronizationApi();
        api.MapHistoryApi();
        api.MapForecastsApi();
        api.MapSimulationApi();
        api.MapBuildsApi();
        api.MapSchedulesApi();
        api.MapDraftsApi();
        api.MapMyScheduleApi();
        api.MapEventsApi();
        api.MapEventLossApi();
        api.MapQuarantineApi();
        api.MapAdherenceRulesApi();
        api.MapAdherenceApi();
        api.MapIntradayApi();
        api.MapAuditApi();
        api.MapSystemApi();
        api.MapClusterApi();
        api.MapLiveApi();
        root.MapCalendarApi();
        root.MapWebClient();
    }
}
