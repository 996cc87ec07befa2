namespace Muster.Scheduling.Kernel;

/// <summary>
/// The best roster of one employee over a window of days, the others fixed: dynamic programming over days. A state is
/// the last shift's class and the length of its run, or the length of a run of days off, with the counts of working
/// days, weekends and paid units. Exact for the costs it is given, side counts apart. After the window it walks on
/// through the fixed days until their run has ended, so that every state there costs what it will cost.
/// Allocates only to grow. Not thread-safe.
/// </summary>
internal sealed partial class HorizonProgram
{
    private readonly CountAxis _paid = new();
    private readonly CountAxis _weekends = new();
    private readonly CountAxis _workDays = new();
    private AgentShape _shape = null!;
    private DayWindow _window;
    private int[] _roster = [];
    private int[] _costs = [];
    private int _end;
    private int _built;
    private int _stride;
    private int _rows;
    private int _layerSize;
    private bool _isNarrow;

    /// <summary>Local option or -1 by day of the window, after <see cref="Solve"/>.</summary>
    public int[] Chosen { get; private set; } = [];

    /// <summary>Of the best roster, from the window's first day until its last state is settled.</summary>
    public int Value { get; private set; }

    /// <param name="roster">Local option or -1 by day of the period: what stays outside the window.</param>
    /// <param name="costs">
    /// Scaled, <c>(day - window.From) * options + option</c>; <see cref="Weights.Never"/> and more is forbidden.
    /// </param>
    /// <param name="built">Days from this one on are not built yet: the window ends as the period would.</param>
    /// <returns>False: no roster of the window goes with the fixed days.</returns>
    public bool Solve(AgentShape shape, DayWindow window, int[] roster, int[] costs, int built = int.MaxValue)
    {
        (_shape, _window, _roster, _costs, _built) = (shape, window, roster, costs, built);
        _end = Math.Min(EndOfTail(), built);
        FillAxis(_paid, shape.Paid, CountKind.Paid);
        FillAxis(_weekends, shape.Weekends, CountKind.Weekends);
        FillAxis(_workDays, shape.WorkDays, CountKind.WorkDays);
        LayOut();
        return Walk(isNarrow: true) || (_paid.Counts && Walk(isNarrow: false));
    }

    private bool Walk(bool isNarrow)
    {
        _isNarrow = isNarrow;
        GoForward();
        return GoBack();
    }

    private int EndOfTail()
    {
        var end = _window.To;
        while (end < _shape.Days && _roster[end] >= 0 == _roster[_window.To] >= 0)
        {
            end++;
        }

        return Math.Min(_shape.Days, end < _shape.Days ? end + 1 : end);
    }

    private void FillAxis(CountAxis axis, IReadOnlyList<SpanCost> spans, CountKind kind)
    {
        axis.Clear();
        foreach (var span in spans)
        {
            if (span.From >= _end || span.To <= _window.From)
            {
                continue;
            }

            int outside = _built < _shape.Days ? span.ExpectedFrom(_built) : 0, inside = 0, possible = 0;
            for (var day = span.From; day < span.To; day++)
            {
                var count = _roster[day] < 0 || day >= _built ? 0 : CountOf(kind, day);
                var isInside = day >= _window.From && day < _end;
                outside += isInside ? 0 : count;
                inside += isInside ? count : 0;
                possible += isInside ? MostOf(kind, day, count) : 0;
            }

            axis.Add(span, outside, inside, possible);
        }
    }

    private int CountOf(CountKind kind, int day) => kind switch
    {
        CountKind.Paid => _shape.PaidUnits[_roster[day]],
        CountKind.Weekends => WeekendCount(day, day > 0 && _roster[day - 1] >= 0),
        _ => 1,
    };

    private int MostOf(CountKind kind, int day, int count) => day >= _window.To ? count : kind switch
    {
        CountKind.Paid => _shape.MostPaidUnits,
        CountKind.Weekends => WeekendCount(day, day < _shape.Days && WeekdayOf(day) == 6 && day > _window.From),
        _ => 1,
    };

    private int WeekendCount(int day, bool workedBefore) => _shape.WeekendCount(day, workedBefore);

    private int WeekdayOf(int day) => _shape.WeekdayOf(day);

    private void LayOut()
    {
        _stride = _paid.Counts
            ? ((_paid.Size + Lanes.Width - 1) / Lanes.Width * Lanes.Width) + _shape.MostPaidUnits + Lanes.Width
            : Lanes.Width;
        _rows = _shape.Off.Cap + (_shape.Succession.Outs * _shape.Work.Cap);
        _layerSize = _workDays.Size * _weekends.Size * _rows * _stride;
        if (Chosen.Length < _shape.Days)
        {
            Chosen = new int[_shape.Days];
        }

        EnsureGroupSpace();
    }
}
