using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace Muster.Domain.Calendars;

/// <summary>
/// Writes a calendar as RFC 5545 has it. Times are in UTC: they need no rules of a zone, and no device can have others.
/// </summary>
public static class CalendarText
{
    public const string MediaType = "text/calendar";

    public const string ContentType = $"{MediaType}; charset=utf-8";

    private const int MostOctets = 75;

    // How often a calendar is asked to look again: of RFC 7986, and as Outlook and Apple knew it before.
    private const string Refresh = "PT1H";

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    // RFC 5545, 3.6: a calendar has at least one component. Apple's calendar refuses one without.
    private static readonly string[] NoEvents =
    [
        "BEGIN:VTIMEZONE", "TZID:Etc/UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
    ];

    public static string Write(string name, IReadOnlyCollection<CalendarEvent> events)
    {
        var text = new StringBuilder();
        string[] head =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Muster//Schedule//EN", "CALSCALE:GREGORIAN",
            $"NAME:{Escape(name)}", $"X-WR-CALNAME:{Escape(name)}",
            $"REFRESH-INTERVAL;VALUE=DURATION:{Refresh}", $"X-PUBLISHED-TTL:{Refresh}",
        ];
        foreach (var line in head.Concat(events.Count == 0 ? NoEvents : events.SelectMany(Lines)))
        {
            Fold(text, line);
        }

        Fold(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>A text as the value of a property (3.3.11). What cannot be shown is left out.</summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var letter in value.ReplaceLineEndings("\n"))
        {
            var written = letter switch
            {
                '\\' or ';' or ',' => $"\\{letter}",
                '\n' => "\\n",
                _ => char.IsControl(letter) ? "" : letter.ToString(CultureInfo.InvariantCulture),
            };
            text.Append(written);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(CalendarEvent one)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{Escape(one.Uid)}";
        // Without a METHOD it says when the event was last changed (3.8.7.2).
        yield return $"DTSTAMP:{Utc.Format(one.ChangedAt)}";
        yield return $"LAST-MODIFIED:{Utc.Format(one.ChangedAt)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{one.Changes}");
        yield return $"DTSTART:{Utc.Format(one.Start)}";
        yield return $"DTEND:{Utc.Format(one.End)}";
        yield return $"SUMMARY:{Escape(one.Summary)}";
        if (one.Description.Length > 0)
        {
            yield return $"DESCRIPTION:{Escape(one.Description)}";
        }

        yield return one.IsFree ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE";
        yield return "END:VEVENT";
    }

    // 3.1: at most 75 octets a line; one that goes on begins with a space. No letter is cut in two.
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(letter.ToString());
            octets += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
