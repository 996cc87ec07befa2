namespace Muster.Scheduling.Kernel;

/// <summary>
/// What one roster costs by its shape, kept up to date: a window is taken out of it, changed and put back. Scaled.
/// </summary>
internal sealed class RosterTally
{
    private readonly AgentShape _shape;
    private readonly int[] _roster;
    private readonly int[] _paid;
    private readonly int[] _weekends;
    private readonly int[] _workDays;
    private readonly int[] _sides;

    /// <param name="roster">Local option or -1 by day; the owner changes it between taking and putting.</param>
    public RosterTally(AgentShape shape, int[] roster)
    {
        (_shape, _roster) = (shape, roster);
        (_paid, _weekends) = (new int[shape.Paid.Count], new int[shape.Weekends.Count]);
        (_workDays, _sides) = (new int[shape.WorkDays.Count], new int[shape.Sides.Count]);
        Cost = shape.Paid.Concat(shape.Weekends).Concat(shape.WorkDays)
            .Concat(shape.Sides.Select(side => side.Span)).Sum(span => (long)span.CostOf(0));
        Put(new DayWindow(0, roster.Length));
    }

    public long Cost { get; private set; }

    /// <summary>How often a side count matches; without the window while it is taken out.</summary>
    public int CountOf(int side) => _sides[side];

    /// <summary>What a span counts; without the window while it is taken out.</summary>
    public int CountOf(CountKind kind, int span) => kind switch
    {
        CountKind.Paid => _paid[span],
        CountKind.Weekends => _weekends[span],
        _ => _workDays[span],
    };

    public void Take(DayWindow window) => Change(window, -1);

    public void Put(DayWindow window) => Change(window, 1);

    private void Change(DayWindow window, int sign)
    {
        var days = _roster.Length;
        // A day off costs what follows it, too; whoever works on a Saturday has the weekend counted there.
        var end = Math.Min(days, window.To + 1);
        var first = window.From;
        while (first > 0 && (first == window.From || _roster[first] >= 0 == _roster[first - 1] >= 0))
        {
            first--;
        }

        var last = end;
        while (last < days && _roster[last] >= 0 == _roster[last - 1] >= 0)
        {
            last++;
        }

        Cost += sign * (RosterCost.OfDays(_shape, _roster, window.From, end)
            + RosterCost.OfRuns(_shape, _roster, first, last));
        ChangeSpans(_shape.Paid, _paid, CountKind.Paid, (window.From, window.To, sign));
        ChangeSpans(_shape.WorkDays, _workDays, CountKind.WorkDays, (window.From, window.To, sign));
        ChangeSpans(_shape.Weekends, _weekends, CountKind.Weekends, (window.From, end, sign));
        for (var side = 0; side < _sides.Length; side++)
        {
            var count = _shape.Sides[side].CountIn(window, _roster);
            if (count > 0)
            {
                Cost -= _shape.Sides[side].Span.CostOf(_sides[side]);
                _sides[side] += sign * count;
                Cost += _shape.Sides[side].Span.CostOf(_sides[side]);
            }
        }
    }

    private void ChangeSpans(
        IReadOnlyList<SpanCost> spans, int[] counts, CountKind kind, (int From, int To, int Sign) what)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            var (from, to) = (Math.Max(spans[i].From, what.From), Math.Min(spans[i].To, what.To));
            var count = 0;
            for (var day = from; day < to; day++)
            {
                count += _roster[day] < 0 ? 0 : RosterCost.CountOf(_shape, _roster, kind, day);
            }

            if (count > 0)
            {
                Cost -= spans[i].CostOf(counts[i]);
                counts[i] += what.Sign * count;
                Cost += spans[i].CostOf(counts[i]);
            }
        }
    }
}
