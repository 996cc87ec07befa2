using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Muster.Domain.Outcomes;
using Muster.Domain.Sources;
using Muster.Server.Api.Schedules;
using Muster.Server.Api.Json;
using Muster.Storage;

namespace Muster.Server.Api;

/// <summary>The edge of a request: what a handler could not answer becomes a problem with a reason.</summary>
public sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    private const int BytesPerMegabyte = 1024 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception gone) when (http.RequestAborted.IsCancellationRequested
            && gone is OperationCanceledException or SourceAwayException or BadHttpRequestException)
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
            case SourceAwayException: // The only source that a request reads is its body.
                return InvalidAsync(http, [new FieldError("body", "ended too early.\nMaybe send it again.")]);
            case var passing when StorageTrouble.IsPassing(passing):
                DatabaseAway(
                    http.Request.Method, CalendarApi.WithoutSecret(http.Request.Path), http.TraceIdentifier,
                    StorageTrouble.Describe(problem));
                http.Response.Headers.RetryAfter = "1";
                return Problems.WriteAsync(http, ProblemKind.DatabaseAway,
                    "The database did not answer in time; a write may have been done and its answer lost.\n"
                    + "Maybe try again in a second, a write with the same Idempotency-Key: it is done once.");
            default:
                Failed(
                    http.Request.Method, CalendarApi.WithoutSecret(http.Request.Path), http.TraceIdentifier, problem);
                return Problems.WriteAsync(http, ProblemKind.Internal,
                    $"This is a fault of Muster; the log names it by request {http.TraceIdentifier}.");
        }
    }

    private static Task BadRequestAsync(HttpContext http, BadHttpRequestException bad) => bad.StatusCode switch
    {
        413 => Problems.WriteAsync(http, ProblemKind.TooLarge, TooLarge(http)),
        415 => Problems.WriteAsync(http, ProblemKind.NotJson,
            "The request body must be JSON in UTF-8.\nMaybe send Content-Type: application/json."),
        _ when ParameterName().Match(bad.Message) is { Success: true } match =>
            InvalidAsync(http, [Unbound(match.Groups[1].Value, match.Groups[2])]),
        _ => InvalidAsync(http, [new FieldError("body", "cannot be read.")]),
    };

    private static string TooLarge(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is { } most
            ? FormattableString.Invariant($"The request body is larger than {most / BytesPerMegabyte} MB, the most ")
                + "that is accepted here.\nMaybe split it."
            : "The request body is larger than this server accepts.\nMaybe split it; Server:MaxRequest is the limit.";

    // The framework knows a query's part by the name of the property, callers know it as all other fields.
    private static FieldError Unbound(string field, Group value) =>
        new(
            JsonNamingPolicy.SnakeCaseLower.ConvertName(field),
            value.Success ? $"cannot be \"{value.Value}\"." : "is required.");

    private static Task InvalidAsync(HttpContext http, IReadOnlyList<FieldError> errors) =>
        Problems.Of(new Refusal.Invalid(errors), http).ExecuteAsync(http);

    // The framework's own words when a route, query or header parameter does not bind.
    [GeneratedRegex("parameter \"[^\"]* ([A-Za-z_]+)\"(?: from \"(.*)\")?")]
    private static partial Regex ParameterName();
}
