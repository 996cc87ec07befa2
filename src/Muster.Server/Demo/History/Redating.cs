using NodaTime;

namespace Muster.Server.Demo.History;

/// <summary>
/// Moves a history by whole weeks, so that its last one is the week before a given Monday: weekdays stay what they are.
/// </summary>
/// <param name="lastDay">The Sunday that is to be the day before that Monday; what comes after it is left out.</param>
public sealed class Redating(LocalDate lastDay, LocalDate monday, DateTimeZone zone)
{
    private const int DaysOfWeek = 7;

    private readonly int _days = DaysOfMove(lastDay, monday);

    /// <summary>Where a day comes to lie; null: it is left out.</summary>
    public LocalDate? Of(LocalDate day) => day > lastDay ? null : day.PlusDays(_days);

    /// <summary>Where a time comes to lie; null: it is left out, or clocks skip it there.</summary>
    public LocalDateTime? Of(LocalDateTime at) => Of(at.Date) is { } day && Exists(day + at.TimeOfDay)
        ? day + at.TimeOfDay
        : null;

    private bool Exists(LocalDateTime at) => zone.MapLocal(at).Count > 0;

    private static int DaysOfMove(LocalDate lastDay, LocalDate monday)
    {
        var days = Period.DaysBetween(lastDay, monday) - 1;
        return days % DaysOfWeek == 0
            ? days
            : throw new ArgumentException($"{monday} is not the day after a {lastDay.DayOfWeek}.", nameof(monday));
    }
}
