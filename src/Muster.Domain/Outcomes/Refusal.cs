using Muster.Domain.Schedules;

namespace Muster.Domain.Outcomes;

/// <summary>
/// A domain "no", with its reason. A closed hierarchy: every kind is mapped to an answer in one place.
/// </summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    /// <summary>There is no such thing, or none that the caller may know of.</summary>
    public sealed record NotFound(string Entity, string Id) : Refusal;

    /// <summary>Somebody changed it since the caller read it.</summary>
    public sealed record Stale(string Entity, long Expected, long Actual) : Refusal;

    /// <summary>The request itself is wrong: each field with its remedy.</summary>
    public sealed record Invalid(IReadOnlyList<FieldError> Errors) : Refusal
    {
        public Invalid(string field, string message)
            : this([new FieldError(field, message)])
        {
        }
    }

    /// <summary>The request is well-formed but does not go with what is there.</summary>
    public sealed record Conflict(string Sentence) : Refusal;

    /// <summary>Days that were changed in two places, each in its own way.</summary>
    /// <param name="Draft">Of which they are; null: of none that anybody could read.</param>
    public sealed record Diverged(Divergence Found, DraftId? Draft) : Refusal;

    /// <summary>The caller may not do this, although the endpoint is open to them.</summary>
    public sealed record Forbidden(string Sentence) : Refusal;

    /// <summary>Wrong or unusable credentials.</summary>
    public sealed record NotSignedIn(string Sentence) : Refusal;
}
