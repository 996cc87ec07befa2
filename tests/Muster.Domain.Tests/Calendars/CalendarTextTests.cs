using System.Text;
using Muster.Domain.Calendars;
using NodaTime;

namespace Muster.Domain.Tests.Calendars;

public sealed class CalendarTextTests
{
    private static readonly CalendarEvent Shift = new()
    {
        Uid = "a-20260329-work1@muster",
        Start = Instant.FromUtc(2026, 3, 28, 21, 0),
        End = Instant.FromUtc(2026, 3, 29, 5, 0),
        Summary = "Phone",
        ChangedAt = Instant.FromUtc(2026, 3, 1, 12, 30, 15),
        Changes = 2,
    };

    [Fact]
    public void An_event_is_written_in_utc_with_the_lines_that_a_calendar_needs()
    {
        Assert.Equal(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Muster//Schedule//EN
            CALSCALE:GREGORIAN
            NAME:Ann
            X-WR-CALNAME:Ann
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            X-PUBLISHED-TTL:PT1H
            BEGIN:VEVENT
            UID:a-20260329-work1@muster
            DTSTAMP:20260301T123015Z
            LAST-MODIFIED:20260301T123015Z
            SEQUENCE:2
            DTSTART:20260328T210000Z
            DTEND:20260329T050000Z
            SUMMARY:Phone
            TRANSP:OPAQUE
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"),
            CalendarText.Write("Ann", [Shift]));
    }

    [Fact]
    public void A_calendar_without_events_has_a_component_all_the_same()
    {
        var text = CalendarText.Write("Ann", []);

        Assert.Contains("\r\nBEGIN:VTIMEZONE\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("VEVENT", text, StringComparison.Ordinal);
        Assert.DoesNotContain("VTIMEZONE", CalendarText.Write("Ann", [Shift]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lunch, then phone; or \\ else", @"Lunch\, then phone\; or \\ else")]
    [InlineData("one\r\ntwo\nthree", @"one\ntwo\nthree")]
    [InlineData("a\u0007b\tc\u0000", "abc")]
    [InlineData("END:VEVENT\r\nBEGIN:VEVENT", @"END:VEVENT\nBEGIN:VEVENT")]
    public void A_text_cannot_leave_its_line(string text, string written) =>
        Assert.Equal(written, CalendarText.Escape(text));

    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("€")]
    [InlineData("😀")]
    public void A_long_line_is_folded_at_75_octets_and_no_letter_is_cut(string letter)
    {
        var summary = string.Concat(Enumerable.Repeat(letter, 200));

        var text = CalendarText.Write("Ann", [Shift with { Summary = summary }]);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"SUMMARY:{summary}\r\n", text.Replace("\r\n ", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\ufffd', text);
    }
}
