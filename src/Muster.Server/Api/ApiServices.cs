using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Muster.Server.Adherence;
using Muster.Server.Adherence.Results;
using Muster.Server.Api.Access;
using Muster.Server.Api.Json;
using Muster.Server.Api.Limits;
using Muster.Server.Api.Organization;
using Muster.Server.Api.Writes;
using Muster.Server.Demand;
using Muster.Server.Events;
using Muster.Server.Identity;
using Muster.Server.Options;
using Muster.Server.Organization;
using Muster.Server.Schedules;
using Muster.Server.Scheduling;
using Muster.Server.Synchronization;
using Muster.Storage.Adherence;
using Muster.Storage.Api;
using Muster.Storage.Identity;
using Muster.Storage.Organization;
using Muster.Storage.Streams;

namespace Muster.Server.Api;

/// <summary>What every request goes through, in order, and the services behind it.</summary>
public static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApiDocument();
        services.AddSingleton<QueryNames>();
        services.AddSingleton<RateLimits>().AddSingleton<CallerCache>().AddSingleton<ApiWrites>();
        services.AddIdentity().AddOrganization().AddPeople().AddDemand().AddScheduling()
            .AddSchedules().AddEventStores().AddAdherence();
        return services.AddSingleton<IdempotencyStore>();
    }

    /// <summary>The identity stores and services alone, which the command line uses too.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services) => services
        .AddSingleton<GrantStore>().AddSingleton<UserStore>().AddSingleton<AccessRoleStore>()
        .AddSingleton<ClientStore>().AddSingleton<TokenStore>().AddSingleton<SessionStore>().AddSingleton<CallerStore>()
        .AddSingleton<PreferenceStore>().AddSingleton<AuditStore>()
        .AddSingleton<Audit>().AddSingleton<Passwords>().AddSingleton<GrantRequests>().AddSingleton<UserAccounts>()
        .AddSingleton<SignIns>().AddSingleton<ApiClients>().AddSingleton<AccessTokens>().AddSingleton<AccessRoles>();

    public static IServiceCollection AddOrganization(this IServiceCollection services) => services
        .AddSingleton<OrganizationStore>().AddSingleton<OrganizationCache>().AddSingleton<PlanningAccess>()
        .AddSingleton<OrganizationItems>()
        .AddSingleton<ItemEndpoint>();

    /// <summary>
    /// What any role that writes brings: clearing out what has expired. Asked for twice, it is there once.
    /// </summary>
    public static IServiceCollection AddHousekeeping(this IServiceCollection services) => services
        .AddSingleton<ChangeStore>().AddSingleton<HousekeepingStores>().AddSingleton<EventHousekeeping>()
        .AddSingleton<ResultStore>().AddSingleton<ResultHousekeeping>().AddHostedService<Housekeeping>();

    public static void UseApi(this WebApplication application)
    {
        UseForwardedHeaders(application);
        application.UseMiddleware<ProblemMiddleware>();
        application.UseMiddleware<SecurityHeadersMiddleware>();
        application.UseRouting();
        application.UseMiddleware<CallerMiddleware>();
        application.UseMiddleware<RateLimitMiddleware>();
        application.UseMiddleware<AccessMiddleware>();
        application.UseMiddleware<UnknownQueryMiddleware>();
        application.UseMiddleware<IdempotencyMiddleware>();
        application.UseMiddleware<NoEndpointMiddleware>();
    }

    // Behind a proxy that is trusted, the caller's address and scheme are those it names.
    private static void UseForwardedHeaders(WebApplication application)
    {
        var proxies = application.Services.GetRequiredService<ServerOptions>().Proxies;
        if (proxies.Count > 0)
        {
            var options = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            };
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in proxies)
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }

            application.UseForwardedHeaders(options);
        }
    }
}
