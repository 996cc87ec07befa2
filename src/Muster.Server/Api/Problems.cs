using Muster.Domain.Outcomes;
using Muster.Domain.Schedules;
using Muster.Server.Api.Json;
using Muster.Server.Api.Schedules;

namespace Muster.Server.Api;

/// <summary>Maps every kind of "no" to its answer, in one place.</summary>
public static class Problems
{
    private const string ContentType = "application/problem+json";
    private const int MostNamed = 3;

    public static IResult Of(Refusal refusal, HttpContext http) => refusal is Refusal.Diverged diverged
        ? Write(Problem(http, ProblemKind.Diverged, Sentence(diverged)) with
        {
            Conflicts = [.. diverged.Found.Conflicts.Select(DayConflictView.Of)],
            ConflictCount = diverged.Found.ConflictCount,
            MoreConflicts = diverged is { Draft: { } draft, Found.End: { } end }
                ? $"{ApiRoot.Path}/schedules/drafts/{draft}/differences?cursor={DayCursor.Write(end)}"
                : null,
        })
        : Result(http, Kind(refusal), Sentence(refusal), (refusal as Refusal.Invalid)?.Errors);

    /// <summary>A refusal in words.</summary>
    public static string Sentence(Refusal refusal) => refusal switch
    {
        Refusal.NotFound no => $"There is no {no.Entity} {no.Id}.",
        Refusal.Stale no => $"This {no.Entity} is at version {no.Actual}, not {no.Expected}: somebody changed it.\n"
            + "Maybe read it again.",
        Refusal.Invalid no => string.Join(" ", no.Errors.Select(error => $"{error.Field} {error.Message}")),
        Refusal.Conflict no => no.Sentence,
        Refusal.Diverged no => Sentence(no.Found),
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
        Refusal.Diverged => ProblemKind.Diverged,
        Refusal.Forbidden => ProblemKind.Forbidden,
        Refusal.NotSignedIn => ProblemKind.NotSignedIn,
        _ => throw Unknown(refusal),
    };

    private static string Sentence(Divergence found) =>
        $"{found.ConflictCount} {(found.ConflictCount == 1 ? "day was" : "days were")} changed in two places: "
        + string.Join(" ", found.Conflicts.Take(MostNamed)
            .Select(day => $"{Name(day)} on {day.Day:uuuu-MM-dd}: {day.Reason}"))
        + "\nMaybe settle each: keep the draft's, or take what is published.";

    private static string Name(DayConflict day) => day.AgentName.Length > 0 ? day.AgentName : $"agent {day.Agent}";

    private static ApiProblem Problem(HttpContext http, ProblemKind kind, string detail) => new(
        $"urn:muster:problem:{kind.Type}", kind.Title, kind.Status, detail, http.TraceIdentifier);

    private static IResult Write(ApiProblem problem) =>
        Results.Json(problem, ApiJson.Options, ContentType, problem.Status);

    private static NotSupportedException Unknown(Refusal refusal) => new($"No answer for {refusal.GetType().Name}.");

    public static IResult Result(
        HttpContext http, ProblemKind kind, string detail, IReadOnlyList<FieldError>? errors = null)
    {
        var fields = errors?.Select(error => new ApiFieldError(error.Field, error.Message)).ToList();
        return Write(Problem(http, kind, detail) with { Errors = fields });
    }

    /// <summary>Writes a problem as the whole answer, for middleware.</summary>
    public static Task WriteAsync(
        HttpContext http, ProblemKind kind, string detail, IReadOnlyList<FieldError>? errors = null) =>
        Result(http, kind, detail, errors).ExecuteAsync(http);
}
