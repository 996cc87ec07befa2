using System.Globalization;

namespace Muster.Server.Demand;

/// <summary>
/// A time of day as it is written: 7:00, 07:00:00, 7:00 PM, 0700, 07:00-07:30, and with an offset 07:00+01:00, 07:00Z.
/// </summary>
/// <param name="Second">Of the day.</param>
/// <param name="OffsetMinutes">From UTC; null when none is given.</param>
internal readonly record struct ClockText(int Second, int? OffsetMinutes)
{
    private const int Noon = 12;

    // An interval is not longer.
    private const int LongestMinutes = 60;

    /// <param name="mayHaveOffset">Else what follows a minus is the end of an interval.</param>
    public static ClockText? Parse(ReadOnlySpan<char> text, bool mayHaveOffset)
    {
        var rest = text.Trim();
        if (Take(ref rest, 2) is not { } hour || !Skip(ref rest, ':') || Take(ref rest, 2) is not { } minute)
        {
            return null;
        }

        var second = Skip(ref rest, ':') ? Take(ref rest, 2) : 0;
        if (Skip(ref rest, '.') || Skip(ref rest, ','))
        {
            rest = rest.TrimStart("0123456789");
        }

        hour = Hour(ref rest, hour);
        return hour is < 0 or > 23 || minute > 59 || second is null or > 59
            ? null
            : End(rest, hour * 3600 + minute * 60 + second.Value, mayHaveOffset);
    }

    /// <summary>0, 30, 700 or 1330: hours and minutes without a mark between them.</summary>
    public static ClockText? ParseDigits(ReadOnlySpan<char> text) =>
        text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number / 100 < 24 && number % 100 < 60
            ? new ClockText(number / 100 * 3600 + number % 100 * 60, null) : null;

    /// <summary>0 to 23.</summary>
    public static ClockText? ParseHour(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24
            ? new ClockText(hour * 3600, null) : null;

    private static ClockText? End(ReadOnlySpan<char> rest, int second, bool mayHaveOffset)
    {
        var plain = new ClockText(second, null);
        if (rest.IsEmpty || rest.Equals("Z", StringComparison.OrdinalIgnoreCase))
        {
            return rest.IsEmpty ? plain : plain with { OffsetMinutes = 0 };
        }

        var isSpaced = rest[0] == ' ';
        rest = rest.Trim();
        var sign = rest[0];
        rest = rest[1..].TrimStart();
        if (sign is '-' or '\u2013' && Parse(rest, false) is { } end
            && (isSpaced || !mayHaveOffset || IsInterval(second, end.Second)))
        {
            return plain;
        }

        return sign is '+' or '-' && mayHaveOffset && Offset(rest) is { } minutes
            ? plain with { OffsetMinutes = sign == '-' ? -minutes : minutes } : null;
    }

    private static bool IsInterval(int start, int end) => (end - start) / 60 is > 0 and <= LongestMinutes;

    private static int? Offset(ReadOnlySpan<char> text)
    {
        var hours = Take(ref text, 2);
        Skip(ref text, ':');
        var minutes = text.IsEmpty ? 0 : Take(ref text, 2);
        return text.IsEmpty && hours is <= 18 && minutes is < 60 ? hours * 60 + minutes : null;
    }

    private static int Hour(ref ReadOnlySpan<char> rest, int hour)
    {
        var half = rest.TrimStart();
        var isAfternoon = half.StartsWith("PM", StringComparison.OrdinalIgnoreCase);
        if (!isAfternoon && !half.StartsWith("AM", StringComparison.OrdinalIgnoreCase))
        {
            return hour;
        }

        rest = half[2..];
        return hour is < 1 or > Noon ? -1 : hour % Noon + (isAfternoon ? Noon : 0);
    }

    private static bool Skip(ref ReadOnlySpan<char> rest, char mark)
    {
        var isThere = rest.StartsWith(mark);
        rest = isThere ? rest[1..] : rest;
        return isThere;
    }

    private static int? Take(ref ReadOnlySpan<char> rest, int most)
    {
        var (count, number) = (0, 0);
        while (count < most && count < rest.Length && char.IsAsciiDigit(rest[count]))
        {
            number = number * 10 + (rest[count++] - '0');
        }

        rest = rest[count..];
        return count == 0 ? null : number;
    }
}
