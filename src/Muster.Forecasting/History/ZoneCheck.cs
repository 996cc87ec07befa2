using System.Globalization;
using Muster.Forecasting.Cleaning;
using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>
/// Signs that the times of a history are of other clocks than those they are read by: a day whose middle is at night,
/// and a day that begins an hour earlier or later since the clocks were moved.
/// </summary>
internal sealed class ZoneCheck(IntervalSeries series)
{
    // Two weeks on each side have the same weekdays; with fewer known days than these a profile is chance.
    private const int DaysAround = 14;
    private const int FewestDays = 5;

    // Of two profiles with a sum of 1 each: how far apart they are at least, and how much closer when moved.
    private const double Apart = 0.1;
    private const double Closer = 0.6;

    private const double MostChanges = 2.0 / 3;

    // Where volumes point to on the clock's circle: from here to there is night. Flat days point nowhere.
    private const double NightStart = 20.5;
    private const double NightEnd = 6.5;
    private const double LeastPointing = 0.2;

    private readonly double _most = Statistics.MostPlausible(
        [.. Enumerable.Range(0, series.DayCount).SelectMany(day => series.Day(day).ToArray())]);

    public IEnumerable<Remark> Remarks()
    {
        if (Middle() is { } middle && (middle >= NightStart || middle < NightEnd))
        {
            var time = LocalTime.FromMinutesSinceMidnight((int)(middle * 60)).ToString(
                "HH:mm", CultureInfo.InvariantCulture);
            yield return new Remark(RemarkKind.Clock, $"The middle of what comes in a day is at {time}, at night. "
                + $"Maybe the times are not those of {series.Zone.Id}.");
        }

        var changes = Changes().ToArray();
        var moved = changes.Count(change => change.IsMoved);
        if (moved > 0 && moved >= MostChanges * changes.Length)
        {
            yield return new Remark(RemarkKind.Clock, $"On {moved} of {changes.Length} days on which the clocks of "
                + $"{series.Zone.Id} were moved (first {changes.First(change => change.IsMoved).Day:uuuu-MM-dd}), the "
                + "course of the day moved against them: it goes by other clocks. "
                + "Maybe the times are of another zone, such as UTC.");
        }
    }

    /// <summary>The mean time of a contact on the circle of 24 hours; null when they come at all times.</summary>
    private double? Middle()
    {
        var (x, y) = (0.0, 0.0);
        var profile = Profile(0, series.DayCount, 1);
        for (var slot = 0; slot < profile?.Length; slot++)
        {
            var angle = 2 * Math.PI * (slot + 0.5) / profile.Length;
            (x, y) = (x + profile[slot] * Math.Cos(angle), y + profile[slot] * Math.Sin(angle));
        }

        return x * x + y * y < LeastPointing * LeastPointing ? null : (Math.Atan2(y, x) / (2 * Math.PI) + 1) % 1 * 24;
    }

    private IEnumerable<(LocalDate Day, bool IsMoved)> Changes()
    {
        for (var day = FewestDays; day < series.DayCount - FewestDays; day++)
        {
            var moved = MovedMinutes(series.DateOf(day));
            if (moved != 0 && moved % series.Minutes == 0
                && Profile(Math.Max(0, day - DaysAround), day, FewestDays) is { } before
                && Profile(day + 1, Math.Min(series.DayCount, day + 1 + DaysAround), FewestDays) is { } after)
            {
                var slots = moved / series.Minutes;
                var still = Distance(before, after, 0);
                var closest = Math.Min(Distance(before, after, slots), Distance(before, after, -slots));
                yield return (series.DateOf(day), still > Apart && closest < Closer * still);
            }
        }
    }

    private int MovedMinutes(LocalDate date)
    {
        if (series.Zone.MinOffset == series.Zone.MaxOffset)
        {
            return 0;
        }

        var (start, end) = (series.Zone.AtStartOfDay(date), series.Zone.AtStartOfDay(date.PlusDays(1)));
        return (end.Offset.Seconds - start.Offset.Seconds) / 60;
    }

    /// <summary>The parts of a mean day's volume; null when too few of the days are known, or nothing came.</summary>
    private double[]? Profile(int first, int end, int fewest)
    {
        var (sums, counts, days) = (new double[series.SlotsPerDay], new int[series.SlotsPerDay], 0);
        for (var day = first; day < end; day++)
        {
            var values = series.Day(day);
            days += values.ContainsAnyExcept(double.NaN) ? 1 : 0;
            for (var slot = 0; slot < values.Length; slot++)
            {
                if (!double.IsNaN(values[slot]))
                {
                    (sums[slot], counts[slot]) = (sums[slot] + Math.Min(_most, values[slot]), counts[slot] + 1);
                }
            }
        }

        var profile = sums.Zip(counts, (sum, count) => count == 0 ? 0 : sum / count).ToArray();
        var total = profile.Sum();
        return days < fewest || total <= 0 ? null : [.. profile.Select(volume => volume / total)];
    }

    private static double Distance(double[] before, double[] after, int slots)
    {
        var distance = 0.0;
        for (var slot = 0; slot < before.Length; slot++)
        {
            distance += Math.Abs(before[(slot + slots + before.Length) % before.Length] - after[slot]);
        }

        return distance;
    }
}
