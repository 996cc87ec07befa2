using Muster.Scheduling.Kernel;

namespace Muster.Scheduling.Bound;

/// <summary>
/// Periods so long that a walk over all their states takes too much: some counts have prices there, and in most passes
/// rosters are looked for near the last ones. Only passes that look everywhere tell a bound.
/// </summary>
public sealed partial class CoverageBound
{
    /// <summary>States of a walk that fit into memory.</summary>
    private const long MostStates = 1L << 26;

    private const int WholeEvery = 16;

    // Weekends have no dimension there.
    private static readonly Corridor BesideLast = new(Shifts: 2, Weekends: 0);

    /// <summary>By class: the last roster; null where all can be walked each time.</summary>
    private readonly int[]?[] _last;

    private bool IsWhole => Steps % WholeEvery == 0 || Array.TrueForAll(_last, last => last is null);

    private void LayWithin(long mostStates, bool isNear)
    {
        for (var one = 0; one < _classes.Length; one++)
        {
            ref var shape = ref _shapes[_classes[one][0]];
            var within = shape.Within(mostStates);
            _last[one] = isNear && within != shape ? [.. Enumerable.Repeat(-1, _problem.Days)] : null;
            shape = within;
        }
    }

    private bool Solve(int one, AgentShape shape)
    {
        var last = _last[one];
        _program.Corridor = last is null || IsWhole ? null : BesideLast;
        return _program.Solve(shape, new DayWindow(0, _problem.Days), last ?? _empty, _costs);
    }

    private void KeepLast(int one)
    {
        if (_last[one] is { } last)
        {
            _program.Chosen.AsSpan(0, last.Length).CopyTo(last);
        }
    }
}
