using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>Puts rows into the intervals of a series.</summary>
internal sealed class SlotTable
{
    private readonly SeriesOptions _options;

    private readonly RowLengths _lengths;

    private readonly LocalDate _first;

    private readonly int _days;

    private readonly int _slots;

    private readonly double[] _sum;

    // Minutes of an interval that rows were found for.
    private readonly int[] _covered;

    // Places that clocks are put forward over: nothing is absent there.
    private readonly HashSet<int> _skipped = [];

    private bool _hasZeros;

    private int _strays;

    public SlotTable(List<ReadRow> rows, RowLengths lengths, SeriesOptions options)
    {
        (_options, _lengths) = (options, lengths);
        _first = rows[0].Date;
        _days = Period.DaysBetween(_first, rows[^1].Date) + 1;
        _slots = OpeningHours.MinutesPerDay / lengths.Minutes;
        (_sum, _covered) = (new double[_days * _slots], new int[_days * _slots]);
        Add(rows);
    }

    public IntervalSeries ToSeries(List<Remark> remarks)
    {
        var values = Values();
        var isZeroless = _options.Absent == AbsentRows.Zero || (_options.Absent == AbsentRows.Auto && !_hasZeros);
        var hours = _options.Hours ?? HoursLearning.Learn(_first, _lengths.Minutes, values);
        if (isZeroless)
        {
            remarks.AddRange(AbsentIntervals.Fill(
                new SeriesShape(_first, _lengths.Minutes, hours), values, _options.Absent, _skipped));
        }

        if (_strays > 0)
        {
            remarks.Add(new(RemarkKind.Clock, $"{_strays} intervals have a volume at a time that the clocks of "
                + $"{_options.Zone.Id} skip: it was counted an hour later. Maybe the zone is another."));
        }

        var series = new IntervalSeries(_options.Zone, _first, _lengths.Minutes, hours, values) { Remarks = remarks };
        remarks.AddRange(new ZoneCheck(series).Remarks());
        return series;
    }

    private void Add(List<ReadRow> rows)
    {
        var (date, day) = (_first, 0);
        foreach (var row in rows)
        {
            if (row.Date != date)
            {
                (date, day) = (row.Date, Period.DaysBetween(_first, row.Date));
            }

            var place = day * _slots + row.Minute / _lengths.Minutes;
            _sum[place] += row.Volume;
            _covered[place] += row.IsAgain ? 0 : _lengths.Of(row.Date, row.Minute);
            _hasZeros |= row.Volume == 0;
        }
    }

    /// <summary>
    /// An interval that rows cover for at least a half is scaled up to the whole; one with less is missing.
    /// </summary>
    private double[] Values()
    {
        var values = new double[_sum.Length];
        for (var place = 0; place < values.Length; place++)
        {
            var covered = Math.Min(1, (double)_covered[place] / _lengths.Minutes);
            values[place] = covered < 0.5 ? double.NaN : _sum[place] / covered;
        }

        for (var day = 0; day < _days; day++)
        {
            if (ClockChanges.Occurrences(_first.PlusDays(day), _options.Zone, _lengths.Minutes) is { } occurrences)
            {
                Spread(day * _slots, values.AsSpan(day * _slots, _slots), occurrences);
            }
        }

        return values;
    }

    private void Spread(int place, Span<double> day, double[] occurrences)
    {
        var carried = 0.0;
        for (var slot = 0; slot < day.Length; slot++)
        {
            if (occurrences[slot] == 0)
            {
                carried += double.IsNaN(day[slot]) ? 0 : day[slot];
                _strays += day[slot] > 0 ? 1 : 0;
                day[slot] = double.NaN;
                _skipped.Add(place + slot);
            }
            else
            {
                day[slot] = (day[slot] + carried) / occurrences[slot];
                carried = double.IsNaN(day[slot]) ? carried : 0;
            }
        }
    }
}
