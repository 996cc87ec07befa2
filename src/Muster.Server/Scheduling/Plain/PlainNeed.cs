using NodaTime;

namespace Muster.Server.Scheduling.Plain;

/// <summary>How many people a planning group takes, on a day or on weekdays, for a part of the day.</summary>
/// <param name="Day">Absent: on the weekdays.</param>
/// <param name="Weekdays">Absent: every day.</param>
/// <param name="To">Not later than <paramref name="From"/>: until midnight.</param>
public sealed record PlainNeed(
    string Group, double Agents, LocalTime From, LocalTime To, LocalDate? Day = null,
    IReadOnlyList<IsoDayOfWeek>? Weekdays = null)
{
    private const int MinutesOfDay = 24 * 60;

    public bool IsOn(LocalDate date) => Day is { } day ? day == date : Weekdays?.Contains(date.DayOfWeek) ?? true;

    public bool IsAt(int minute) => minute >= Minute(From) && minute < (To <= From ? MinutesOfDay : Minute(To));

    private static int Minute(LocalTime time) => (time.Hour * 60) + time.Minute;
}
