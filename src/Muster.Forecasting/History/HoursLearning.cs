using Muster.Forecasting.Cleaning;
using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>
/// Opening hours from what came when: an interval of the week is open when most of its days have a number for it and
/// more than next to nothing came. Where too little comes on a weekday to tell, the interval is judged over all of
/// them. Holes of up to an hour between open intervals are open too.
/// </summary>
internal sealed class HoursLearning
{
    // Against the mean over the intervals in which anything comes at all.
    private const double NextToNothing = 0.01;

    // Where fewer are to be expected in all, none may be chance.
    private const double FewestExpected = 5;

    private const int HoleMinutes = 60;

    private readonly int _slots;

    private readonly int[] _days = new int[7];

    private readonly int[][] _counted;

    private readonly double[][] _sums;

    private bool _hasZeros;

    private HoursLearning(int slots)
    {
        _slots = slots;
        _counted = [.. Enumerable.Range(0, 7).Select(_ => new int[slots])];
        _sums = [.. Enumerable.Range(0, 7).Select(_ => new double[slots])];
    }

    public static OpeningHours Learn(LocalDate firstDay, int minutes, double[] values)
    {
        var learning = new HoursLearning(OpeningHours.MinutesPerDay / minutes);
        // A misprint must not make all others look like next to nothing.
        var most = Statistics.MostPlausible(values);
        var dayCount = values.Length / learning._slots;
        for (var day = 0; day < dayCount; day++)
        {
            var weekday = ((int)firstDay.DayOfWeek - 1 + day) % 7;
            learning.Add(weekday, values.AsSpan(day * learning._slots, learning._slots), most);
        }

        var open = learning.Open().Select(day => WithoutHoles(day, HoleMinutes / minutes)).ToArray();
        return OpeningHours.OfSlots(WithUnseen(open, firstDay, dayCount), minutes);
    }

    private void Add(int weekday, ReadOnlySpan<double> values, double most)
    {
        _days[weekday] += values.ContainsAnyExcept(double.NaN) ? 1 : 0;
        for (var slot = 0; slot < values.Length; slot++)
        {
            _counted[weekday][slot] += double.IsNaN(values[slot]) ? 0 : 1;
            _sums[weekday][slot] += double.IsNaN(values[slot]) ? 0 : Math.Min(most, values[slot]);
            _hasZeros |= values[slot] == 0;
        }
    }

    private IEnumerable<bool[]> Open()
    {
        var pooled = Enumerable.Range(0, _slots).Select(slot => _sums.Sum(day => day[slot])).ToArray();
        var all = pooled.Sum();
        var usual = all / Math.Max(1, pooled.Count(sum => sum > 0));
        return Enumerable.Range(0, 7).Select(day => Enumerable.Range(0, _slots).Select(slot =>
            HasNumbers(day, slot) && (all == 0 || IsBusy(_sums[day], pooled, slot, usual))).ToArray());
    }

    /// <summary>Where no zero is ever written, quiet intervals have few numbers and are open all the same.</summary>
    private bool HasNumbers(int day, int slot) =>
        _counted[day][slot] > 0 ? !_hasZeros || 2 * _counted[day][slot] >= _days[day]
        : !_hasZeros && _days[day] > 0 && _sums.Sum(sums => sums[slot]) < FewestExpected * _days.Sum();

    private static bool IsBusy(double[] own, double[] pooled, int slot, double usual)
    {
        var part = own.Sum() / pooled.Sum();
        return own.Sum() > 0 && (part * pooled[slot] < FewestExpected && part * usual < FewestExpected
            ? pooled[slot] > NextToNothing * usual
            : own[slot] > NextToNothing * part * usual);
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
