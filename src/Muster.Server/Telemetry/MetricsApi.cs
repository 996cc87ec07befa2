using Muster.Domain.Identity;
using Muster.Server.Api.Access;

namespace Muster.Server.Telemetry;

/// <summary>The page that Prometheus reads; it signs in with client credentials like any program.</summary>
public static class MetricsApi
{
    public static void MapMetrics(this IEndpointRouteBuilder root) =>
        root.MapGet("/metrics", (Metrics metrics) => Results.Text(metrics.Text(), PrometheusPage.ContentType))
            .Requires(Permissions.SystemView).ExcludeFromDescription();
}
