using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Forecasting.Cleaning;

/// <summary>
/// A series as models see it: the days of the past that count, with those intervals only that are ever open.
/// </summary>
internal sealed class DayTable
{
    // What lies further back tells nothing about next week, and would cost time.
    public const int MostDays = 3 * 366;

    private readonly bool[][] _open;

    public DayTable(IntervalSeries series, SiteCalendar calendar, OpeningHours? hours = null)
    {
        (Series, Calendar) = (series, calendar);
        var open = Enumerable.Range(1, 7)
            .Select(day => (hours ?? series.Hours).Slots((IsoDayOfWeek)day, series.Minutes)).ToArray();
        Slots = [.. Enumerable.Range(0, series.SlotsPerDay).Where(slot => open.Any(day => day[slot]))];
        _open = [.. open.Select(day => Slots.Select(slot => day[slot]).ToArray())];
        var skipped = Math.Max(0, series.DayCount - MostDays);
        First = DayNumber.Of(series.FirstDay) + skipped;
        Values = [.. Enumerable.Range(skipped, series.DayCount - skipped).Select(ValuesOf)];
        Kinds = [.. Enumerable.Range(0, Values.Count).Select(day => KindOf(First + day))];
    }

    public IntervalSeries Series { get; }

    public SiteCalendar Calendar { get; }

    /// <summary>Places on the clock of the intervals that are ever open.</summary>
    public IReadOnlyList<int> Slots { get; }

    /// <summary>The first day, as a <see cref="DayNumber"/>.</summary>
    public int First { get; }

    /// <summary>The first day after the history.</summary>
    public int End => First + Values.Count;

    /// <summary>Volumes by day from <see cref="First"/>, and interval; NaN: missing.</summary>
    public IReadOnlyList<double[]> Values { get; }

    public IReadOnlyList<DayKind> Kinds { get; }

    public bool[] Open(int weekday) => _open[weekday];

    public bool IsOpenWeekday(int weekday) => _open[weekday].Contains(true);

    /// <summary>False where clocks are put forward over the interval.</summary>
    /// <param name="slot">The place in <see cref="Slots"/>.</param>
    public bool Happens(int day, int slot) =>
        Series.Occurrences(day - First + Series.DayCount - Values.Count, Slots[slot]) > 0;

    public bool IsClosed(int day) => Calendar.ClosedDays.Count > 0
        && Calendar.ClosedDays.Contains(DayNumber.DateOf(day));

    public string? SpecialName(int day) => Calendar.SpecialDays.GetValueOrDefault(DayNumber.DateOf(day));

    public DayKind KindAt(int day) => day < First || day >= End ? DayKind.Missing : Kinds[day - First];

    private double[] ValuesOf(int day)
    {
        var row = Series.Day(day);
        var open = Open((int)Series.DateOf(day).DayOfWeek - 1);
        var values = new double[Slots.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = !open[i] ? 0 : Series.Occurrences(day, Slots[i]) == 0 ? double.NaN : row[Slots[i]];
        }

        return values;
    }

    private DayKind KindOf(int day)
    {
        var open = Open(DayNumber.Weekday(day));
        return IsClosed(day) ? DayKind.Closed
            : !open.Contains(true) ? DayKind.NotOpen
            : !Values[day - First].Where((value, slot) => open[slot] && !double.IsNaN(value)).Any() ? DayKind.Missing
            : SpecialName(day) is null ? DayKind.Ordinary
            : DayKind.Special;
    }
}
