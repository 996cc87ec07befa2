using System.Text.RegularExpressions;
using Muster.Domain.Outcomes;
using Muster.Server.Api;

namespace Muster.Server.Demand;

/// <summary>What an engine refuses, without its own names of places.</summary>
public static partial class EngineRefusal
{
    /// <summary>The errors, each once: what is wrong with one interval is so with most.</summary>
    public static IReadOnlyList<FieldError> Errors(Refusal.Invalid refusal) =>
        [.. refusal.Errors.Select(error => error with { Field = Place().Replace(error.Field, "") }).Distinct()];

    /// <summary>In words, a line for each error.</summary>
    public static string Text(Refusal refusal) => refusal is Refusal.Invalid invalid
        ? string.Join('\n', Errors(invalid).Select(error => $"{error.Field} {error.Message}"))
        : Problems.Sentence(refusal);

    [GeneratedRegex(@"^intervals\[\d+\]\.|\[\d+\]\.share$")]
    private static partial Regex Place();
}
