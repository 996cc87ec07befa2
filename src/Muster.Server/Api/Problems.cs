using Muster.Domain.Outcomes;
using Muster.Server.Api.Json;

namespace Muster.Server.Api;

/// <summary>Maps every kind of "no" to its answer, in one place.</summary>
public static class Problems
{
    public static IResult Of(Refusal refusal, HttpContext http) => refusal switch
    {
        Refusal.NotFound no => Result(http, 404, "not-found", "Not found", $"There is no {no.Entity} {no.Id}."),
        Refusal.Stale no => Result(http, 412, "stale", "Changed meanwhile",
            $"This {no.Entity} is at version {no.Actual}, not {no.Expected}: somebody changed it.\nMaybe read it again."),
        Refusal.Invalid no => Result(http, 400, "invalid", "Invalid request",
            string.Join(" ", no.Errors.Select(error => $"{error.Field} {error.Message}")), no.Errors),
        Refusal.Conflict no => Result(http, 409, "conflict", "Conflict", no.Sentence),
        Refusal.Forbidden no => Result(http, 403, "forbidden", "Not allowed", no.Sentence),
        Refusal.NotSignedIn no => Result(http, 401, "not-signed-in", "Not signed in", no.Sentence),
        _ => throw new NotSupportedException($"No answer for {refusal.GetType().Name}."),
    };

    public static IResult Result(
        HttpContext http, int status, string type, string title, string detail, IReadOnlyList<FieldError>? errors = null) =>
        Results.Json(Make(http, status, type, title, detail, errors), ApiJson.Options, "application/problem+json", status);

    /// <summary>Writes a problem as the whole answer, for middleware.</summary>
    public static Task WriteAsync(HttpContext http, int status, string type, string title, string detail,
        IReadOnlyList<FieldError>? errors = null) =>
        Result(http, status, type, title, detail, errors).ExecuteAsync(http);

    private static ApiProblem Make(
        HttpContext http, int status, string type, string title, string detail, IReadOnlyList<FieldError>? errors) =>
        new($"urn:muster:problem:{type}", title, status, detail, http.TraceIdentifier,
            errors?.Select(error => new ApiFieldError(error.Field, error.Message)).ToList());
}
