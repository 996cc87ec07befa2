using Muster.Server.Options;

namespace Muster.Server.Api;

/// <summary>
/// Lets pages of the other servers of this cluster ask this one, when theirs does not answer any more
/// (<see cref="ServerOptions.Origins"/>). Nobody else's pages see an answer.
/// </summary>
public sealed class OriginsMiddleware(RequestDelegate next, ServerOptions server)
{
    private readonly HashSet<string> _origins = new(server.OriginList, StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || !_origins.Contains(origin))
        {
            return next(http);
        }

        // At the last moment: a refusal that is thrown clears what was set before.
        http.Response.OnStarting(() =>
        {
            Allow(http.Response.Headers, origin);
            return Task.CompletedTask;
        });
        var asked = http.Request.Headers;
        if (!HttpMethods.IsOptions(http.Request.Method) || asked.AccessControlRequestMethod.Count == 0)
        {
            return next(http);
        }

        http.Response.Headers.AccessControlAllowMethods = "GET, POST, PUT, PATCH, DELETE";
        http.Response.Headers.AccessControlAllowHeaders = asked.AccessControlRequestHeaders;
        http.Response.Headers.AccessControlMaxAge = "600";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static void Allow(IHeaderDictionary headers, string origin)
    {
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowCredentials = "true";
        headers.AccessControlExposeHeaders = "ETag, Location, Retry-After";
        headers.Append("Vary", "Origin");
    }
}
