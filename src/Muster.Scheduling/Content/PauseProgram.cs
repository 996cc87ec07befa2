namespace Muster.Scheduling.Content;

/// <summary>
/// The best places of a shift's pauses by dynamic programming over its intervals: which stretches are worth least.
/// Not thread-safe.
/// </summary>
internal sealed class PauseProgram(int mostSlots)
{
    private const int Impossible = 1 << 28;

    private readonly int[] _sums = new int[mostSlots + 1];
    private int[] _best = [];
    private int[] _starts = [];

    /// <summary>Where each pause begins after <see cref="Place"/>, in slots of the shift.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <param name="values">The cost of work on each slot of the shift; 0 and below where it is wanted.</param>
    /// <returns>The cost of the slots that are worked; null: the pauses do not fit.</returns>
    public int? CostOf(PausePlan plan, ReadOnlySpan<int> values)
    {
        var slots = values.Length;
        for (var slot = 0; slot < slots; slot++)
        {
            _sums[slot + 1] = _sums[slot] + values[slot];
        }

        if (plan.Count == 0)
        {
            return _sums[slots];
        }

        var width = slots + 1;
        if (_best.Length < plan.Count * width)
        {
            _best = new int[plan.Count * width];
        }

        for (var pause = 0; pause < plan.Count; pause++)
        {
            FillPause(plan, pause, width);
        }

        var most = _best[(plan.Count * width) - 1];
        return most <= -Impossible / 2 ? null : _sums[slots] - most;
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

        var (width, end) = (values.Length + 1, values.Length);
        for (var pause = plan.Count - 1; pause >= 0; pause--)
        {
            // The earliest end with this value is where the pause itself ends.
            var row = pause * width;
            while (end > 0 && _best[row + end - 1] == _best[row + end])
            {
                end--;
            }

            _starts[pause] = end - plan.Length[pause];
            end = _starts[pause] - plan.Gap[pause];
        }

        return true;
    }

    // What the pauses up to this one save at most when the last of them has ended by each slot.
    private void FillPause(PausePlan plan, int pause, int width)
    {
        var (length, gap, row) = (plan.Length[pause], plan.Gap[pause], pause * width);
        var best = -Impossible;
        for (var end = 0; end < width; end++)
        {
            var start = end - length;
            var free = start - (pause == 0 ? 0 : gap);
            if (start >= plan.Earliest[pause] && start <= plan.Latest[pause] && free >= 0)
            {
                var before = pause == 0 ? 0 : _best[row - width + free];
                best = Math.Max(best, before + _sums[end] - _sums[start]);
            }

            _best[row + end] = best;
        }
    }
}
