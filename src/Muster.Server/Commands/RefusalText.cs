using Muster.Domain.Outcomes;

namespace Muster.Server.Commands;

/// <summary>A refusal as the command line words it.</summary>
internal static class RefusalText
{
    /// <exception cref="StartRefusedException">It was refused; the message says why.</exception>
    public static T OrRefuse<T>(this Outcome<T> outcome) =>
        outcome.Refused is { } refusal ? throw new StartRefusedException(Of(refusal)) : outcome.Value;

    public static string Of(Refusal refusal) => refusal switch
    {
        Refusal.NotFound no => $"There is no {no.Entity} {no.Id}.",
        Refusal.Stale no => $"The {no.Entity} is at version {no.Actual}, not {no.Expected}.",
        Refusal.Invalid no => string.Join('\n', no.Errors.Select(error => $"{error.Field} {error.Message}")),
        Refusal.Conflict no => no.Sentence,
        Refusal.Forbidden no => no.Sentence,
        Refusal.NotSignedIn no => no.Sentence,
        _ => refusal.ToString(),
    };
}
