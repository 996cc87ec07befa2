using Muster.Domain.Outcomes;
using Muster.Server.Api.Json;

namespace Muster.Server.Api;

/// <summary>Maps every kind of "no" to its answer, in one place.</summary>
public static class Problems
{
    private const string ContentType = "application/problem+json";

    public static IResult Of(Refusal refusal, HttpContext http) => refusal switch
    {
        Refusal.NotFound no => Result(http, ProblemKind.NotFound, $"There is no {no.Entity} {no.Id}."),
        Refusal.Stale no => Result(http, ProblemKind.Stale,
            $"This {no.Entity} is at version {no.Actual}, not {no.Expected}: somebody changed it.\n"
                + "Maybe read it again."),
        Refusal.Invalid no => Result(http, ProblemKind.Invalid,
            string.Join(" ", no.Errors.Select(error => $"{error.Field} {error.Message}")), no.Errors),
        Refusal.Conflict no => Result(http, ProblemKind.Conflict, no.Sentence),
        Refusal.Forbidden no => Result(http, ProblemKind.Forbidden, no.Sentence),
        Refusal.NotSignedIn no => Result(http, ProblemKind.NotSignedIn, no.Sentence),
        _ => throw new NotSupportedException($"No answer for {refusal.GetType().Name}."),
    };

    public static IResult Result(
        HttpContext http, ProblemKind kind, string detail, IReadOnlyList<FieldError>? errors = null)
    {
        var problem = new ApiProblem(
            $"urn:muster:problem:{kind.Type}", kind.Title, kind.Status, detail, http.TraceIdentifier,
            errors?.Select(error => new ApiFieldError(error.Field, error.Message)).ToList());
        return Results.Json(problem, ApiJson.Options, ContentType, kind.Status);
    }

    /// <summary>Writes a problem as the whole answer, for middleware.</summary>
    public static Task WriteAsync(
        HttpContext http, ProblemKind kind, string detail, IReadOnlyList<FieldError>? errors = null) =>
        Result(http, kind, detail, errors).ExecuteAsync(http);
}
