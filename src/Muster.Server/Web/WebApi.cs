using Muster.Server.Api.Access;

namespace Muster.Server.Web;

/// <summary>Serves the web client where no other endpoint answers.</summary>
public static class WebApi
{
    private static readonly string[] Reserved = ["/api", "/oauth", "/health", "/metrics"];

    public static void MapWebClient(this IEndpointRouteBuilder root) =>
        root.MapGet("/{**path}", ServeAsync).WithOrder(int.MaxValue).ExcludeFromDescription()
            .ForAnyone("The client is the same for everybody and holds no data.");

    private static Task ServeAsync(HttpContext http, WebClient client)
    {
        if (Reserved.Any(prefix => http.Request.Path.StartsWithSegments(prefix)))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return client.ServeAsync(http);
    }
}
