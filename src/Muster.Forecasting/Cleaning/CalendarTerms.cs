namespace Muster.Forecasting.Cleaning;

/// <summary>
/// What a day's place in the calendar says about it besides its weekday: how long ago a closed day was, and where in
/// the month it lies, counted in business days. A business day is one of a weekday with at least half of the busiest
/// one's volume, so weeks from Sunday to Thursday work as well.
/// </summary>
internal sealed class CalendarTerms
{
    public const int Count = 6;

    private const double BusinessPart = 0.5;
    private const int MonthDays = 31;

    private readonly DayTable _table;

    private readonly IReadOnlySet<int> _silent;

    private readonly int _end;

    private readonly Dictionary<int, double[]> _found = [];

    private readonly bool[] _isBusiness;

    // Where no closed day of the past is named, a day without any number counts as one.
    private readonly bool _isMissingClosed;

    /// <param name="silent">Days on which nothing came although much was expected.</param>
    /// <param name="end">The first day that is not known yet.</param>
    public CalendarTerms(DayTable table, UsualWeek usual, IReadOnlySet<int> silent, int end)
    {
        (_table, _silent, _end) = (table, silent, end);
        var totals = Enumerable.Range(0, 7).Select(weekday => usual.Profile(weekday).Sum()).ToArray();
        _isBusiness = [.. totals.Select(total => total >= BusinessPart * totals.Max() && total > 0)];
        _isMissingClosed = !table.Kinds.Contains(DayKind.Closed);
    }

    /// <summary>
    /// Day after a closed one, second day after, day before; business days 1 to 3, 4 and 5, last two of the month.
    /// </summary>
    public double[] Of(int day) => _found.TryGetValue(day, out var terms) ? terms : _found[day] = Find(day);

    private double[] Find(int day)
    {
        var terms = new double[Count];
        var before = PreviousOpenWeekday(day);
        terms[0] = IsClosed(before) ? 1 : 0;
        terms[1] = !IsClosed(before) && IsClosed(PreviousOpenWeekday(before)) ? 1 : 0;
        terms[2] = IsClosed(NextOpenWeekday(day)) ? 1 : 0;
        if (IsBusiness(day))
        {
            var fromStart = BusinessDays(day, -1);
            terms[3] = fromStart <= 3 ? 1 : 0;
            terms[4] = fromStart is 4 or 5 ? 1 : 0;
            terms[5] = BusinessDays(day, +1) <= 2 ? 1 : 0;
        }

        return terms;
    }

    private bool IsBusiness(int day) => _isBusiness[DayNumber.Weekday(day)] && !IsClosed(day);

    private bool IsClosed(int day) => _table.IsOpenWeekday(DayNumber.Weekday(day))
        && (_table.IsClosed(day) || _silent.Contains(day)
            || (_isMissingClosed && day >= _table.First && day < _end && _table.KindAt(day) == DayKind.Missing));

    private int PreviousOpenWeekday(int day) => OpenWeekday(day, -1);

    private int NextOpenWeekday(int day) => OpenWeekday(day, +1);

    private int OpenWeekday(int day, int step)
    {
        var other = day + step;
        for (var tries = 0; tries < 7 && !_table.IsOpenWeekday(DayNumber.Weekday(other)); tries++)
        {
            other += step;
        }

        return other;
    }

    /// <summary>Business days of the month from this one to its first or last, both counted.</summary>
    private int BusinessDays(int day, int step)
    {
        var date = DayNumber.DateOf(day);
        var left = step < 0 ? date.Day : date.Calendar.GetDaysInMonth(date.Year, date.Month) - date.Day + 1;
        return Enumerable.Range(0, Math.Min(left, MonthDays)).Count(away => IsBusiness(day + step * away));
    }
}
