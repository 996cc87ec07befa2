using Muster.Domain.Outcomes;

namespace Muster.Forecasting.Staffing;

/// <summary>How wrong numbers are told.</summary>
internal static class Fields
{
    /// <summary>More in an interval are a mistake.</summary>
    public const double MostContacts = 1e12;

    public static void Number(FieldChecks checks, string field, double? value, double min, double max)
    {
        if (value is { } number && !(number >= min && number <= max))
        {
            checks.That(false, field, Text($"is {number}.\nMaybe {Range(min, max)}."));
        }
    }

    public static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static string Range(double min, double max)
    {
        var least = min == double.Epsilon ? "over 0" : Text($"{min} or more");
        return max == double.MaxValue ? least : Text($"{least}, {max} at most");
    }
}
