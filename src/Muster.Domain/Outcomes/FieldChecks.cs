namespace Muster.Domain.Outcomes;

/// <summary>Collects everything that is wrong with a request, field by field.</summary>
public sealed class FieldChecks
{
    private readonly List<FieldError> _errors = [];

    /// <summary>The refusal that names every wrong field; null when all is well.</summary>
    public Refusal? Refusal => _errors.Count == 0 ? null : new Refusal.Invalid([.. _errors]);

    public FieldChecks Text(string field, string? text, int min, int max)
    {
        if (text is null)
        {
            return this;
        }

        return Length(field, text, min, max).NoControls(field, text).NotPadded(field, text);
    }

    public FieldChecks Email(string field, string? text)
    {
        if (text is null)
        {
            return this;
        }

        return Text(field, text, 3, 254).That(
            text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1, field,
            "must be an e-mail address like name@example.org.");
    }

    public FieldChecks Range(string field, int? value, int min, int max) =>
        That(value is null || (value >= min && value <= max), field, $"must be {min} to {max}.");

    public FieldChecks That(bool holds, string field, string message)
    {
        if (!holds)
        {
            _errors.Add(new FieldError(field, message));
        }

        return this;
    }

    /// <summary>Two fields that do not go together are both named: either may be the one to mend.</summary>
    /// <param name="sentence">Why not. Said once, of the first; where it begins with its name, without it.</param>
    public FieldChecks Both(bool hold, string first, string second, string sentence) =>
        That(hold, first, sentence.StartsWith($"{first} ", StringComparison.Ordinal)
            ? sentence[(first.Length + 1)..]
            : $"does not go with {second}: {sentence}")
        .That(hold, second, $"does not go with {first}.");

    /// <summary>Refuses what PostgreSQL cannot store (U+0000, lone surrogates) and what no name contains.</summary>
    public FieldChecks NoControls(string field, string text) =>
        That(IsWellFormed(text), field, "must not contain control characters or broken Unicode.");

    private FieldChecks Length(string field, string text, int min, int max) =>
        That(text.Length >= min && text.Length <= max, field, $"must have {min} to {max} characters.");

    private FieldChecks NotPadded(string field, string text) =>
        That(text.Length == text.AsSpan().Trim().Length, field, "must not begin or end with a space.");

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || char.IsLowSurrogate(text[i]))
            {
                return false;
            }

            if (char.IsHighSurrogate(text[i]) && (++i == text.Length || !char.IsLowSurrogate(text[i])))
            {
                return false;
            }
        }

        return true;
    }
}
