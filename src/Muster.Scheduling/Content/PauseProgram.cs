namespace Muster.Scheduling.Content;

/// <summary>
/// The best places of a shift's pauses by dynamic programming over their windows: which stretches are worth least.
/// Not thread-safe.
/// </summary>
internal sealed class PauseProgram(int mostSlots)
{
    /// <summary>The cost of a shift whose pauses do not fit.</summary>
    public const int Impossible = 1 << 28;

    private readonly int[] _sums = new int[mostSlots + 1];
    private int[] _best = [];
    private int[] _last = [];
    private int[] _starts = [];

    /// <summary>Where each pause begins after <see cref="Place"/>, in slots of the shift.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <param name="values">The cost of work on each slot of the shift; 0 and below where it is wanted.</param>
    /// <returns>The cost of the slots that are worked; null: the pauses do not fit.</returns>
    public int? CostOf(PausePlan plan, ReadOnlySpan<int> values)
    {
        for (var slot = 0; slot < values.Length; slot++)
        {
            _sums[slot + 1] = _sums[slot] + values[slot];
        }

        var cost = CostOfSums(plan, _sums.AsSpan(0, values.Length + 1));
        return cost >= Impossible ? null : cost;
    }

    /// <param name="sums">Of the costs of all slots before each slot, and of all, less whatever constant.</param>
    /// <returns>The same; <see cref="Impossible"/>: the pauses do not fit.</returns>
    public int CostOfSums(PausePlan plan, ReadOnlySpan<int> sums)
    {
        var all = sums[^1] - sums[0];
        if (plan.Count == 0)
        {
            return all;
        }

        if (_last.Length < plan.Count)
        {
            (_best, _last) = (new int[plan.Count * (mostSlots + 1)], new int[plan.Count]);
        }

        for (var pause = 0; pause < plan.Count; pause++)
        {
            FillPause(plan, pause, sums);
        }

        var last = plan.Count - 1;
        var most = _last[last] < 0 ? -Impossible : _best[(last * (mostSlots + 1)) + _last[last]];
        return most <= -Impossible / 2 ? Impossible : all - most;
    }

    /// <summary>The same, and where the pauses are; false: they do not fit.</summary>
    public bool Place(PausePlan plan, ReadOnlySpan<int> values)
    {
        if (CostOf(plan, values) is null)
        {
            return false;
        }

        if (_starts.Length != plan.Count)
        {
            _starts = new int[plan.Count];
        }

        var end = values.Length;
        for (var pause = plan.Count - 1; pause >= 0; pause--)
        {
            // The earliest start with this value is where the pause itself begins.
            var row = pause * (mostSlots + 1);
            var at = Math.Min(end - plan.Length[pause] - plan.Earliest[pause], _last[pause]);
            while (at > 0 && _best[row + at - 1] == _best[row + at])
            {
                at--;
            }

            _starts[pause] = plan.Earliest[pause] + at;
            end = _starts[pause] - plan.Gap[pause];
        }

        return true;
    }

    // What the pauses up to this one save at most when the last of them has begun by each slot of its window.
    private void FillPause(PausePlan plan, int pause, ReadOnlySpan<int> sums)
    {
        var (length, earliest, row) = (plan.Length[pause], plan.Earliest[pause], pause * (mostSlots + 1));
        var latest = Math.Min(plan.Latest[pause], sums.Length - 1 - length);
        var (best, before) = (-Impossible, 0);
        for (var start = earliest; start <= latest; start++)
        {
            if (pause > 0)
            {
                var free = start - plan.Gap[pause] - plan.Length[pause - 1] - plan.Earliest[pause - 1];
                var at = Math.Min(free, _last[pause - 1]);
                before = at < 0 ? -Impossible : _best[row - mostSlots - 1 + at];
            }

            best = Math.Max(best, before + sums[start + length] - sums[start]);
            _best[row + start - earliest] = best;
        }

        _last[pause] = latest - earliest;
    }
}
