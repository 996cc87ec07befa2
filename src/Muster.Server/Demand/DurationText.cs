using System.Globalization;

namespace Muster.Server.Demand;

/// <summary>A duration in seconds as it is written: 185, 185.5, 3:05 (minutes and seconds), 0:03:05.</summary>
internal static class DurationText
{
    /// <returns>NaN when it is none.</returns>
    public static double Seconds(string text, NumberText numbers)
    {
        if (!text.Contains(':', StringComparison.Ordinal))
        {
            return numbers.Parse(text);
        }

        var parts = text.Split(':');
        var seconds = 0.0;
        for (var place = 0; place < parts.Length; place++)
        {
            var isLast = place == parts.Length - 1;
            var part = parts.Length > 3 || (place > 0 && !IsTwoDigits(parts[place]))
                || !double.TryParse(parts[place], isLast ? NumberStyles.AllowDecimalPoint : NumberStyles.None,
                    CultureInfo.InvariantCulture, out var number)
                ? double.NaN : number;
            seconds = seconds * 60 + part;
        }

        return seconds;
    }

    private static bool IsTwoDigits(string text) =>
        text.Length >= 2 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && text[0] < '6'
        && (text.Length == 2 || text[2] == '.');
}
