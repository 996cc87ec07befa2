namespace Muster.Server.Demand;

/// <summary>A day and a time in one: 2026-03-04T07:00Z, 4.3.2026 07:00, 3/4/2026 7:00 AM.</summary>
internal readonly record struct TimestampText(DateText Date, ClockText Clock)
{
    public static TimestampText? Parse(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        var from = colon;
        while (from > 0 && colon - from < 2 && char.IsAsciiDigit(text[from - 1]))
        {
            from--;
        }

        if (colon < 1 || from == 0)
        {
            return null;
        }

        var day = text[..from].TrimEnd("Tt ,");
        return day.Length < from && DateText.Parse(day) is { } date
            && ClockText.Parse(text[from..], true) is { } clock
            ? new TimestampText(date, clock) : null;
    }
}
