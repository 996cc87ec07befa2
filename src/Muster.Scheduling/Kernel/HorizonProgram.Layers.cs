namespace Muster.Scheduling.Kernel;

/// <summary>Where values of states lie: a layer per day and per end of a span, a row of paid units per state.</summary>
internal sealed partial class HorizonProgram
{
    /// <param name="lowest">The least count of paid units that the layer has room for.</param>
    private void AddLayer(LayerStep step, int lowest)
    {
        _steps.Add(step);
        _bases.Add(lowest);
        _layer++;
        if (_row.Length < _stride)
        {
            _row = new int[_stride];
        }

        if (_rowEnds.Length < (_layer + 1) * _states)
        {
            Array.Resize(ref _rowEnds, Math.Max((_layer + 1) * _states, _rowEnds.Length * 3 / 2));
        }

        Array.Clear(_rowEnds, _layer * _states, _states);
    }

    // A row is laid out when it is first reached: most never are, so rows lie close together. The values may move.
    private int Open(int layer, int block, int row)
    {
        ref var end = ref _rowEnds[(layer * _states) + (block * _rows) + row];
        if (end == 0)
        {
            if (_values.Length < _used + _stride)
            {
                Array.Resize(ref _values, Math.Max(_used + _stride, _values.Length * 3 / 2));
            }

            Array.Fill(_values, Weights.Unreached, _used, _stride);
            _used += _stride;
            end = _used;
        }

        return end - _stride;
    }

    private bool IsReached(int layer, int block, int row) => _rowEnds[(layer * _states) + (block * _rows) + row] > 0;

    private int RowAt(int layer, int block, int row) =>
        _rowEnds[(layer * _states) + (block * _rows) + row] - _stride;

    private int WorkRow(int outClass, int run) => _shape.Off.Cap + (outClass * _shape.Work.Cap) + run - 1;

    private int BlockOf(int workDays, int weekends) => (workDays * _weekends.Size) + weekends;
}
