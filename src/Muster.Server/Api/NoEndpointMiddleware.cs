namespace Muster.Server.Api;

/// <summary>Answers with a problem where the framework would answer with an empty 404, 405 or 415.</summary>
public sealed class NoEndpointMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.HasStarted || http.Response.ContentLength is > 0 || http.Response.ContentType is not null)
        {
            return;
        }

        switch (http.Response.StatusCode)
        {
            case 404:
                await Problems.WriteAsync(http, ProblemKind.NotFound,
                    $"There is nothing at {http.Request.Path}.\nMaybe look at {ApiRoot.Path}/openapi.json.");
                break;
            case 405:
                await Problems.WriteAsync(http, ProblemKind.MethodNotAllowed,
                    $"{http.Request.Path} does not take {http.Request.Method}.\n"
                        + $"Maybe use {http.Response.Headers.Allow}.");
                break;
            case 415:
                await Problems.WriteAsync(http, ProblemKind.NotJson,
                    "The request body must be JSON in UTF-8.\nMaybe send Content-Type: application/json.");
                break;
        }
    }
}
