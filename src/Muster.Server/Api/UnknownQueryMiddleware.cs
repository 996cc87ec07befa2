namespace Muster.Server.Api;

/// <summary>
/// Refuses query parameters that the endpoint does not take: a misspelt filter would else answer as if it held.
/// </summary>
public sealed class UnknownQueryMiddleware(RequestDelegate next, QueryNames names)
{
    public Task InvokeAsync(HttpContext http) =>
        http.Request.Path.StartsWithSegments(ApiRoot.Path, StringComparison.Ordinal)
        && http.GetEndpoint() is RouteEndpoint endpoint
        && names.Unknown(endpoint, http.Request.Query) is { } refusal
            ? Problems.Of(refusal, http).ExecuteAsync(http)
            : next(http);
}
