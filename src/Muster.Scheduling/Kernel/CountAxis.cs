namespace Muster.Scheduling.Kernel;

/// <summary>
/// One counted dimension over a window: what was counted outside is taken off, so that counts begin at 0. Where no
/// count inside the window makes a difference there is no dimension.
/// </summary>
internal sealed class CountAxis
{
    private readonly List<(SpanCost Span, int Outside)> _spans = [];
    private int _next;
    private int _most;

    /// <summary>The highest count inside the window.</summary>
    public int Most => Counts ? _most : 0;

    public int Size => Most + 1;

    /// <summary>Whether counting makes a difference.</summary>
    public bool Counts { get; private set; }

    public void Clear()
    {
        _spans.Clear();
        (_most, _next, Counts) = (0, 0, false);
    }

    /// <param name="inside">The count of the present roster inside: it must stay possible.</param>
    /// <param name="possible">No roster counts more inside.</param>
    public void Add(SpanCost span, int outside, int inside, int possible)
    {
        _spans.Add((span, outside));
        // One span that makes a difference makes all of them count, and each needs its room.
        _most = Math.Max(_most, Math.Min(possible, Math.Max(inside, span.HardMost - outside)));
        Counts |= Differs(span, outside, possible);
    }

    /// <summary>Whether a span ends with a day; then counts begin anew.</summary>
    public bool EndsWith(int day) => Counts && _next < _spans.Count && _spans[_next].Span.To == day + 1;

    /// <summary>The span that is being counted; the walk forward ends one after the other.</summary>
    public int Current => _next;

    public void EndSpan() => _next++;

    public void Rewind() => _next = 0;

    public int CostOf(int span, int count) => _spans[span].Span.CostOf(_spans[span].Outside + count);

    public int Spans => _spans.Count;

    /// <summary>What must at least be counted in the current span to break nothing hard.</summary>
    public int LeastNow => _next < _spans.Count ? _spans[_next].Span.HardLeast - _spans[_next].Outside : 0;

    public (int From, int To) CurrentDays =>
        _next < _spans.Count ? (_spans[_next].Span.From, _spans[_next].Span.To) : (0, int.MaxValue);

    private static bool Differs(SpanCost span, int outside, int possible)
    {
        var first = span.CostOf(outside);
        for (var count = 1; count <= possible; count++)
        {
            if (span.CostOf(outside + count) != first)
            {
                return true;
            }
        }

        return false;
    }
}
