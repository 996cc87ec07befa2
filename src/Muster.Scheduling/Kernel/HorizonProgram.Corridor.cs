namespace Muster.Scheduling.Kernel;

/// <summary>Which counts are looked at on a day: those that still lead somewhere, near the present roster.</summary>
internal sealed partial class HorizonProgram
{
    private const int Anything = int.MaxValue / 4;

    private int _besidePaid;
    private int _besideWeekends;
    private int _paidSoFar;
    private int _weekendsSoFar;

    private void SetCorridor(Corridor? corridor)
    {
        _besidePaid = corridor is { } beside ? beside.Shifts * _shape.MostPaidUnits : Anything;
        _besideWeekends = corridor?.Weekends ?? Anything;
    }

    // Of the roster as it is, since the window or the span began.
    private void CountPresent(int day)
    {
        if (_roster[day] >= 0 && day < _built)
        {
            _paidSoFar += _shape.PaidUnits[_roster[day]];
            _weekendsSoFar += _weekends.Counts ? WeekendCount(day, day > 0 && _roster[day - 1] >= 0) : 0;
        }
    }

    // Counts from which the hard minimum of the span can no longer be reached are left out, and those too far from
    // the present roster.
    private void NarrowCounts(int day)
    {
        if (!_paid.Counts)
        {
            return;
        }

        var lowest = _paidSoFar - _besidePaid;
        if (_isNarrow)
        {
            var (from, to) = _paid.CurrentDays;
            var end = Math.Min(_end, to);
            var least = Math.Min(_paid.LeastNow, _shape.MostUnitsIn(end - Math.Max(_window.From, from)));
            lowest = Math.Max(lowest, least - _shape.MostUnitsIn(end - day));
        }

        _highest = Math.Min(_highest, Math.Max(0, _paidSoFar + _besidePaid));
        _lowest = Math.Clamp(lowest, _lowest, _highest);
    }
}
