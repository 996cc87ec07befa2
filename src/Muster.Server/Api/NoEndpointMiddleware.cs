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

        var answer = http.Response.StatusCode switch
        {
            404 => ("not-found", "Not found", $"There is nothing at {http.Request.Path}.\nMaybe look at {ApiRoot.Path}/openapi.json."),
            405 => ("method-not-allowed", "Method not allowed",
                $"{http.Request.Path} does not take {http.Request.Method}.\nMaybe use {http.Response.Headers.Allow}."),
            415 => ("not-json", "Not JSON", "The request body must be JSON in UTF-8.\nMaybe send Content-Type: application/json."),
            _ => default,
        };
        if (answer.Item1 is not null)
        {
            await Problems.WriteAsync(http, http.Response.StatusCode, answer.Item1, answer.Item2, answer.Item3);
        }
    }
}
