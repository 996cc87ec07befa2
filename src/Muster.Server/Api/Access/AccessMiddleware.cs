namespace Muster.Server.Api.Access;

/// <summary>Refuses callers whom the endpoint's rule does not let in, before anything of the request is read.</summary>
public sealed class AccessMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is not { } endpoint)
        {
            return next(http);
        }

        var rule = endpoint.Metadata.GetMetadata<AccessRule>();
        if (AccessDecision.Decide(rule, http.FindCaller()) is not { } refusal)
        {
            return next(http);
        }

        if (http.FindCaller() is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return Problems.Of(refusal, http).ExecuteAsync(http);
    }
}
