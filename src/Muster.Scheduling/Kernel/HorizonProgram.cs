namespace Muster.Scheduling.Kernel;

/// <summary>
/// The best roster of one employee over a window of days, the others fixed: dynamic programming over days. A state is
/// the last shift's class and the length of its run, or the length of a run of days off, with the counts of working
/// days, weekends and paid units. Exact for the costs it is given, side counts apart. After the window it walks on
/// through the fixed days until their run has ended, so that every state there costs what it will cost.
/// With a <see cref="Corridor"/> it is the best of the rosters near the present one.
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
    private RosterTally? _tally;
    private int _end;
    private int _built;
    private int _stride;
    private int _rows;
    private int _states;
    private bool _isNarrow;

    /// <summary>Local option or -1 by day of the window, after <see cref="Solve"/>.</summary>
    public int[] Chosen { get; private set; } = [];

    /// <summary>
    /// What the next rosters count outside the window, which has been taken out of it; null: it is counted each time.
    /// </summary>
    public RosterTally? Tally { get; set; }

    /// <summary>How far from the present roster the best is looked for; null: everywhere.</summary>
    public Corridor? Corridor { get; set; }

    /// <summary>By day: what beginning work there costs besides; empty: nothing.</summary>
    public int[] StartCosts { get; set; } = [];

    /// <summary>Vector steps so far.</summary>
    public long Work { get; private set; }

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
        _tally = built < shape.Days ? null : Tally;
        _end = Math.Min(EndOfTail(), built);
        FillAxis(_paid, shape.Paid, CountKind.Paid);
        FillAxis(_weekends, shape.Weekends, CountKind.Weekends);
        FillAxis(_workDays, shape.WorkDays, CountKind.WorkDays);
        EnsureGroupSpace();
        return Walk(isNarrow: true, Corridor)
            || ((_paid.Counts || Corridor is not null) && Walk(isNarrow: false, corridor: null));
    }

    private bool Walk(bool isNarrow, Corridor? corridor)
    {
        _isNarrow = isNarrow;
        SetCorridor(corridor);
        LayOut();
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
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            if (span.From >= _end || span.To <= _window.From)
            {
                continue;
            }

            int inside = 0, possible = 0;
            var to = Math.Min(span.To, _end);
            for (var day = Math.Max(span.From, _window.From); day < to; day++)
            {
                var count = _roster[day] < 0 || day >= _built ? 0 : CountOf(kind, day);
                inside += count;
                possible += MostOf(kind, day, count, span.From);
            }

            axis.Add(span, OutsideOf(span, i, kind), inside, possible);
        }
    }

    private int OutsideOf(SpanCost span, int index, CountKind kind)
    {
        // The tally has neither the window nor, as it counts by the day before, a weekend's day right after it.
        var counted = _window.To + (kind == CountKind.Weekends ? 1 : 0);
        if (_tally is not null)
        {
            return _tally.CountOf(kind, index) - CountIn(span, kind, counted, _end);
        }

        return (_built < _shape.Days ? span.ExpectedFrom(_built) : 0)
            + CountIn(span, kind, 0, _window.From) + CountIn(span, kind, _end, _built);
    }

    private int CountIn(SpanCost span, CountKind kind, int from, int to)
    {
        var count = 0;
        to = Math.Min(to, span.To);
        for (var day = Math.Max(from, span.From); day < to; day++)
        {
            count += _roster[day] < 0 ? 0 : CountOf(kind, day);
        }

        return count;
    }

    private int CountOf(CountKind kind, int day) => kind switch
    {
        CountKind.Paid => _shape.PaidUnits[_roster[day]],
        CountKind.Weekends => WeekendCount(day, day > 0 && _roster[day - 1] >= 0),
        _ => 1,
    };

    // On the first day of a window or a span, nobody knows of the day before.
    private int MostOf(CountKind kind, int day, int count, int first) => day >= _window.To ? count : kind switch
    {
        CountKind.Paid => _shape.MostPaidUnits,
        CountKind.Weekends => WeekendCount(
            day, day < _shape.Days && WeekdayOf(day) == 6 && day > Math.Max(_window.From, first)),
        _ => 1,
    };

    private int WeekendCount(int day, bool workedBefore) => _shape.WeekendCount(day, workedBefore);

    private int WeekdayOf(int day) => _shape.WeekdayOf(day);

    private void LayOut()
    {
        var counts = Math.Min(_paid.Size, (2 * _besidePaid) + 1);
        _stride = _paid.Counts
            ? ((counts + Lanes.Width - 1) / Lanes.Width * Lanes.Width) + _shape.MostPaidUnits + Lanes.Width
            : Lanes.Width;
        _rows = _shape.Off.Cap + (_shape.Succession.Outs * _shape.Work.Cap);
        _states = _workDays.Size * _weekends.Size * _rows;
        if (Chosen.Length < _shape.Days)
        {
            Chosen = new int[_shape.Days];
        }
    }
}
