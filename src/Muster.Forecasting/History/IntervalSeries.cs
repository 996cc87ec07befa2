using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>
/// How much came in each interval of consecutive local days. Intervals are told by what the site's clocks show, so
/// that 09:00 is the same time of the working day in summer and winter. When clocks are put back, an interval happens
/// twice; its value is then the mean of both, and <see cref="Occurrences"/> is 2. When they are put forward, it does
/// not happen: 0. Totals are therefore sums of value times occurrences, and equal what came.
/// </summary>
public sealed class IntervalSeries
{
    /// <summary>The lengths an interval may have, in minutes.</summary>
    public static readonly IReadOnlyList<int> Lengths = [5, 10, 15, 20, 30, 60];

    private const int MinutesPerHour = 60;

    private readonly double[] _values;

    private readonly Dictionary<int, double[]> _oddDays;

    private readonly bool[][] _open;

    /// <param name="values">Day by day; NaN where there is no number.</param>
    internal IntervalSeries(
        DateTimeZone zone, LocalDate firstDay, int minutes, OpeningHours hours, double[] values)
    {
        (Zone, FirstDay, Minutes, Hours, _values) = (zone, firstDay, minutes, hours, values);
        _open = [.. Enumerable.Range(1, 7).Select(day => hours.Slots((IsoDayOfWeek)day, minutes))];
        _oddDays = OddDays();
    }

    /// <summary>The shortest interval that is made of whole ones of each length; of <see cref="Lengths"/>.</summary>
    public static int CommonLength(params IReadOnlyCollection<int> lengths) =>
        Lengths.First(common => lengths.All(length => common % length == 0));

    /// <summary>The place of a time in the day's intervals of that length, from 0 for midnight.</summary>
    public static int SlotAt(LocalTime time, int minutes) => (time.Hour * MinutesPerHour + time.Minute) / minutes;

    public DateTimeZone Zone { get; }

    public LocalDate FirstDay { get; }

    /// <summary>The last day that has an interval in here.</summary>
    public LocalDate LastDay => FirstDay.PlusDays(DayCount - 1);

    public int DayCount => _values.Length / SlotsPerDay;

    /// <summary>Length of an interval.</summary>
    public int Minutes { get; }

    /// <summary>Intervals that a day of 24 hours has.</summary>
    public int SlotsPerDay => OpeningHours.MinutesPerDay / Minutes;

    /// <summary>As given, or as learned from the rows.</summary>
    public OpeningHours Hours { get; }

    /// <summary>What was noticed while the rows were read.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>The volume of one interval; NaN where there is no number.</summary>
    /// <param name="day">From 0, for <see cref="FirstDay"/>.</param>
    /// <param name="slot">From 0, for midnight.</param>
    public double this[int day, int slot] => _values[day * SlotsPerDay + slot];

    /// <summary>The volumes of a day; NaN where there is no number.</summary>
    public ReadOnlySpan<double> Day(int day) => _values.AsSpan(day * SlotsPerDay, SlotsPerDay);

    public LocalDate DateOf(int day) => FirstDay.PlusDays(day);

    public IntervalState State(int day, int slot) =>
        Occurrences(day, slot) == 0 ? IntervalState.Skipped
        : !OpenSlots(DateOf(day))[slot] ? IntervalState.Closed
        : double.IsNaN(this[day, slot]) ? IntervalState.Missing
        : IntervalState.Counted;

    /// <summary>
    /// How often the clocks show this interval on that day: 1; 0 or 2 when they are moved; a part in the few zones that
    /// move them by less than an interval.
    /// </summary>
    public double Occurrences(int day, int slot) => _oddDays.TryGetValue(day, out var odd) ? odd[slot] : 1;

    /// <summary>All that is known to have come that day, also outside the opening hours.</summary>
    public double Total(int day)
    {
        var values = Day(day);
        var total = 0.0;
        for (var slot = 0; slot < values.Length; slot++)
        {
            total += double.IsNaN(values[slot]) ? 0 : values[slot] * Occurrences(day, slot);
        }

        return total;
    }

    /// <summary>Which intervals are open on such a weekday.</summary>
    internal bool[] OpenSlots(LocalDate date) => _open[(int)date.DayOfWeek - 1];

    /// <summary>The days that lie in both the series and <c>[start, end)</c>.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public IntervalSeries Between(LocalDate start, LocalDate end)
    {
        var first = LocalDate.Max(start, FirstDay);
        var count = Period.DaysBetween(first, LocalDate.Min(end, LastDay.PlusDays(1)));
        return count > 0 ? Sub(Period.DaysBetween(FirstDay, first), count) : throw new ArgumentException(
            $"The series goes from {FirstDay:uuuu-MM-dd} to {LastDay:uuuu-MM-dd}, and has no day from "
            + $"{start:uuuu-MM-dd} to before {end:uuuu-MM-dd}.");
    }

    /// <summary>Some of the days in a row.</summary>
    internal IntervalSeries Sub(int firstDay, int count) => new(
        Zone, DateOf(firstDay), Minutes, Hours, _values.AsSpan(firstDay * SlotsPerDay, count * SlotsPerDay).ToArray())
    {
        Remarks = Remarks,
    };

    private Dictionary<int, double[]> OddDays()
    {
        var odd = new Dictionary<int, double[]>();
        if (Zone.MinOffset == Zone.MaxOffset)
        {
            return odd;
        }

        for (var day = 0; day < DayCount; day++)
        {
            if (ClockChanges.Occurrences(DateOf(day), Zone, Minutes) is { } occurrences)
            {
                odd[day] = occurrences;
            }
        }

        return odd;
    }
}
