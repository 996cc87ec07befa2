using System.Globalization;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Server.Scheduling;

/// <summary>
/// The days of a build in the zone of its unit. Within a day the engine counts elapsed minutes: a day on which clocks
/// are moved has 23 or 25 hours, a shift is as long there as on any other day, and what is required follows the clock.
/// </summary>
internal sealed class BuildCalendar
{
    public const int MinutesOfDay = 24 * 60;

    private readonly DateTimeZone _zone;
    private readonly DateTimeZone _demandZone;
    private readonly int[] _minutes;

    /// <param name="zone">Of the unit whose people are scheduled.</param>
    /// <param name="demandZone">Of the clock by which the requirement is told; null: the same.</param>
    public BuildCalendar(DateTimeZone zone, LocalDate firstDay, int days, DateTimeZone? demandZone = null)
    {
        (_zone, _demandZone) = (zone, demandZone ?? zone);
        Days = [.. Enumerable.Range(0, days).Select(firstDay.PlusDays)];
        _minutes = [.. Days.Select(day => (int)Domain.Time.Days.Length(day, zone).TotalMinutes)];
        Changes = [.. Days.Index().SelectMany(day => ChangesOf(day.Index, day.Item))];
    }

    public IReadOnlyList<LocalDate> Days { get; }

    public IReadOnlyList<ClockChange> Changes { get; }

    /// <summary>Null: every day has 24 hours.</summary>
    public IReadOnlyList<int>? DayMinutes => Changes.Count == 0 ? null : _minutes;

    /// <summary>A day for each length other than 24 hours; without days that do not happen at all.</summary>
    public IEnumerable<int> OddDays => Enumerable.Range(0, Days.Count)
        .Where(day => _minutes[day] is not MinutesOfDay and > 0).DistinctBy(day => _minutes[day]);

    public int MinutesOf(int day) => _minutes[day];

    /// <summary>When on a day clocks show so many minutes after midnight, in elapsed minutes.</summary>
    /// <param name="clock">From <see cref="MinutesOfDay"/> on: on the day after.</param>
    public int ElapsedAt(int day, int clock)
    {
        var (later, minute) = (clock / MinutesOfDay, clock % MinutesOfDay);
        var start = new ShiftTime(Days[day].PlusDays(later), At(minute), Duration.Zero).In(_zone).Start;
        return (int)(start - Domain.Time.Days.Start(Days[day], _zone)).TotalMinutes;
    }

    /// <summary>What clocks show after so many minutes of a day, in minutes after midnight.</summary>
    public int ClockAt(int day, int elapsed)
    {
        var start = Domain.Time.Days.Start(Days[day], _zone);
        var shown = (start + Duration.FromMinutes(elapsed)).InZone(_zone).TimeOfDay;
        return (shown.Hour * 60) + shown.Minute;
    }

    /// <summary>What clocks show after so many minutes of a day where the requirement comes from.</summary>
    public (LocalDate Day, int Minute) DemandAt(int day, int elapsed)
    {
        var shown = (Domain.Time.Days.Start(Days[day], _zone) + Duration.FromMinutes(elapsed)).InZone(_demandZone);
        return (shown.Date, (shown.Hour * 60) + shown.Minute);
    }

    /// <summary>
    /// How far the two clocks are apart on the first day, in minutes: a grid of intervals divides it.
    /// </summary>
    public int MinutesApart
    {
        get
        {
            var start = Domain.Time.Days.Start(Days[0], _zone);
            return Math.Abs((_zone.GetUtcOffset(start) - _demandZone.GetUtcOffset(start)).Seconds / 60);
        }
    }

    public IEnumerable<string> Findings()
    {
        var moved = from day in Enumerable.Range(0, Days.Count)
                    where _minutes[day] != MinutesOfDay
                    select string.Create(CultureInfo.InvariantCulture,
                        $"{Days[day]:ddd uuuu-MM-dd} has {_minutes[day] / 60.0:0.##} hours, for clocks are moved: a "
                        + $"shift over the change is as long as ever, and ends at another time on the clock.");
        return MinutesApart == 0
            ? moved
            : moved.Append(string.Create(CultureInfo.InvariantCulture,
                $"Clocks of {_zone.Id} are {MinutesApart / 60.0:0.##} hours apart from the forecast's, "
                + $"{_demandZone.Id}: where these weeks begin or end, the forecast of the day before or after counts.\n"
                + $"Maybe forecast a day more; what no forecast has requires nobody."));
    }

    private static LocalTime At(int minute) => new(minute / 60, minute % 60);

    private IEnumerable<ClockChange> ChangesOf(int index, LocalDate day)
    {
        var whole = Domain.Time.Days.Of(day, _zone);
        foreach (var part in _zone.GetZoneIntervals(whole.Start, whole.End))
        {
            // The first part may have begun with the day: where midnight is skipped.
            if (part.HasStart && part.Start >= whole.Start)
            {
                var before = _zone.GetUtcOffset(part.Start - Duration.Epsilon);
                var moved = (part.WallOffset - before).Seconds / 60;
                if (moved != 0)
                {
                    yield return new ClockChange(index, (int)(part.Start - whole.Start).TotalMinutes, moved);
                }
            }
        }
    }
}
