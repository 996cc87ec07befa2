using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Domain.Tests.Schedules;

/// <summary>Days as tests write them: "work 9-17, inside break 10-10:15", by UTC on one date.</summary>
internal static class DayText
{
    public static readonly LocalDate Date = new(2026, 3, 2);

    public static ActivityCodeId Code(string name) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)));

    public static DayContent Day(string text) => new(text.Length == 0 ? [] : text.Split(", ").Select(Activity));

    public static Instant At(string clock)
    {
        var parts = clock.Split(':');
        var minutes = (int.Parse(parts[0], CultureInfo.InvariantCulture) * 60)
            + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        return Date.AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(minutes);
    }

    /// <summary>"work 9-17": a shift; "break 10-10:15": inside it; "leave 9-12": time off.</summary>
    public static PlannedActivity Activity(string text)
    {
        var words = text.Split(' ');
        var times = words[^1].Split('-');
        var (from, to) = (At(times[0]), At(times[1]));
        var layer = words[0] switch
        {
            "work" or "other" => ActivityLayer.Work,
            "leave" => ActivityLayer.TimeOff,
            _ => ActivityLayer.Inside,
        };
        return new PlannedActivity(layer, from, (int)(to - from).TotalMinutes, Code(words[0]));
    }
}
