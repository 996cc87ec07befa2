using System.Text.Json;
using System.Text.RegularExpressions;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Json;
using Muster.Storage;

namespace Muster.Server.Api;

/// <summary>The edge of a request: what a handler could not answer becomes a problem with a reason.</summary>
public sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller went away; there is nobody to answer.
        }
        catch (Exception problem) when (!http.Response.HasStarted) // Edge: request.
        {
            await AnswerAsync(http, problem);
        }
    }

    private Task AnswerAsync(HttpContext http, Exception problem)
    {
        http.Response.Clear();
        switch (problem)
        {
            case BadHttpRequestException { InnerException: JsonException fault }:
                return InvalidAsync(http, JsonFault.Describe(fault));
            case BadHttpRequestException bad:
                return BadRequestAsync(http, bad);
            case var passing when StorageTrouble.IsPassing(passing):
                DatabaseAway(http.TraceIdentifier, problem);
                http.Response.Headers.RetryAfter = "1";
                return Problems.WriteAsync(http, 503, "database-away", "The database does not answer",
                    "The database did not answer in time; nothing was changed.\nMaybe try again in a second.");
            default:
                Failed(http.Request.Method, http.Request.Path, http.TraceIdentifier, problem);
                return Problems.WriteAsync(http, 500, "internal", "Internal error",
                    $"This is a fault of Muster; the log names it by request {http.TraceIdentifier}.");
        }
    }

    private static Task BadRequestAsync(HttpContext http, BadHttpRequestException bad) => bad.StatusCode switch
    {
        413 => Problems.WriteAsync(http, 413, "too-large", "Request too large",
            "The request body is larger than this server accepts.\nMaybe split it; Server:MaxRequest is the limit."),
        415 => Problems.WriteAsync(http, 415, "not-json", "Not JSON",
            "The request body must be JSON in UTF-8.\nMaybe send Content-Type: application/json."),
        400 when ParameterName().Match(bad.Message) is { Success: true } match => InvalidAsync(http,
            [new FieldError(match.Groups[1].Value, match.Groups[2].Success ? $"cannot be \"{match.Groups[2].Value}\"." : "is required.")]),
        var status => Problems.WriteAsync(http, status, "invalid", "Invalid request", "The request cannot be read.",
            [new FieldError("body", "cannot be read.")]),
    };

    private static Task InvalidAsync(HttpContext http, IReadOnlyList<FieldError> errors) =>
        Problems.Of(new Refusal.Invalid(errors), http).ExecuteAsync(http);

    // The framework's own words when a route, query or header parameter does not bind.
    [GeneratedRegex("parameter \"[^\"]* ([A-Za-z_]+)\"(?: from \"(.*)\")?")]
    private static partial Regex ParameterName();
}
