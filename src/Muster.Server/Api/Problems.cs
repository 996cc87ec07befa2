using Muster.Domain.Outcomes;
using Muster.Server.Api.Json;

namespace Muster.Server.Api;

/// <summary>Maps every kind of "no" to its answer, in one place.</summary>
public static class Problems
{
    private const string ContentType = "application/problem+json";

    public static IResult Of(Refusal refusal, HttpContext http) =>
        Result(http, Kind(refusal), Sentence(refusal), (refusal as Refusal.Invalid)?.Errors);

    /// <summary>A refusal in words.</summary>
    public static string Sentence(Refusal refusal) => refusal switch
    {
        Refusal.NotFound no => $"There is no {no.Entity} {no.Id}.",
        Refusal.Stale no => $"This {no.Entity} is at version {no.Actual}, not {no.Expected}: somebody changed it.\n"
            + "Maybe read it again.",
        Refusal.Invalid no => string.Join(" ", no.Errors.Select(error => $"{error.Field} {error.Message}")),
        Refusal.Conflict no => no.Sentence,
        Refusal.Forbidden no => no.Sentence,
        Refusal.NotSignedIn no => no.Sentence,
        _ => throw Unknown(refusal),
    };

    private static ProblemKind Kind(Refusal refusal) => refusal switch
    {
        Refusal.NotFound => ProblemKind.NotFound,
        Refusal.Stale => ProblemKind.Stale,
        Refusal.Invalid => ProblemKind.Invalid,
        Refusal.Conflict => ProblemKind.Conflict,
        Refusal.Forbidden => ProblemKind.Forbidden,
        Refusal.NotSignedIn => ProblemKind.NotSignedIn,
        _ => throw Unknown(refusal),
    };

    private static NotSupportedException Unknown(Refusal refusal) => new($"No answer for {refusal.GetType().Name}.");

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
