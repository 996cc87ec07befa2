using Muster.Server.Api.Access;
using Muster.Server.Api.Json;

namespace Muster.Server.Health;

/// <summary>
/// Health for load balancers and people: live when the process answers, ready when it can do its work.
/// </summary>
public static class HealthApi
{
    private const string Why = "Load balancers and monitors carry no credentials.";

    public static void MapHealthApi(this IEndpointRouteBuilder root)
    {
        root.MapGet("/health/live", () => Results.Text("live")).ForAnyone(Why).ExcludeFromDescription();
        root.MapGet("/health/ready", ReadyAsync).ForAnyone(Why).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(NodeHealth health, HttpContext http)
    {
        var report = await health.CheckAsync(http.RequestAborted);
        return Results.Json(report, ApiJson.Options, statusCode: report.IsReady ? 200 : 503);
    }
}
