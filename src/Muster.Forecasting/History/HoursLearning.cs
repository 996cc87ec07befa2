using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>
/// Opening hours from what came when: an interval of the week is open when most of its days have a number for it and
/// something ever came; holes of up to an hour between open intervals are open too.
/// </summary>
internal static class HoursLearning
{
    // Of the days that have a number in an interval, so many must have more than zero in it.
    private const double EverBusy = 0.05;
    private const int HoleMinutes = 60;

    public static OpeningHours Learn(LocalDate firstDay, int minutes, double[] values)
    {
        var slots = OpeningHours.MinutesPerDay / minutes;
        var days = new int[7];
        var (counted, busy) = (Table(slots), Table(slots));
        for (var day = 0; day < values.Length / slots; day++)
        {
            var weekday = ((int)firstDay.DayOfWeek - 1 + day) % 7;
            var row = values.AsSpan(day * slots, slots);
            days[weekday] += row.ContainsAnyExcept(double.NaN) ? 1 : 0;
            for (var slot = 0; slot < slots; slot++)
            {
                counted[weekday][slot] += double.IsNaN(row[slot]) ? 0 : 1;
                busy[weekday][slot] += row[slot] > 0 ? 1 : 0;
            }
        }

        var isAllZero = busy.All(day => day.All(count => count == 0));
        var open = Enumerable.Range(0, 7).Select(day => Enumerable.Range(0, slots).Select(slot =>
            counted[day][slot] > 0 && (isAllZero || busy[day][slot] > EverBusy * days[day])
            && (2 * counted[day][slot] >= days[day] || IsZeroless(counted[day], busy[day]))).ToArray());
        var whole = open.Select(day => WithoutHoles(day, HoleMinutes / minutes)).ToArray();
        return OpeningHours.OfSlots(WithUnseen(whole, firstDay, values.Length / slots), minutes);
    }

    /// <summary>In a history of some days only, weekdays that it does not reach are open when any other is.</summary>
    private static bool[][] WithUnseen(bool[][] open, LocalDate firstDay, int dayCount)
    {
        for (var ahead = dayCount; ahead < 7; ahead++)
        {
            var weekday = ((int)firstDay.DayOfWeek - 1 + ahead) % 7;
            open[weekday] = [.. open[weekday].Select((_, slot) => open.Any(day => day[slot]))];
        }

        return open;
    }

    // No zero was ever written, so a quiet interval has few numbers and is open all the same.
    private static bool IsZeroless(int[] counted, int[] busy) => counted.AsSpan().SequenceEqual(busy);

    private static int[][] Table(int slots) => [.. Enumerable.Range(0, 7).Select(_ => new int[slots])];

    private static bool[] WithoutHoles(bool[] open, int longest)
    {
        var last = -1;
        for (var slot = 0; slot < open.Length; slot++)
        {
            if (open[slot])
            {
                open.AsSpan(last + 1, last >= 0 && slot - last - 1 <= longest ? slot - last - 1 : 0).Fill(true);
                last = slot;
            }
        }

        return open;
    }
}
