namespace Muster.Scheduling.Kernel;

/// <summary>The end of a span: its count costs what it costs, and counting begins anew.</summary>
internal sealed partial class HorizonProgram
{
    private void Collapse(CountAxis axis, LayerKind kind, int day, bool isLast)
    {
        if (!axis.Counts || !(axis.EndsWith(day) || (isLast && axis.Current < axis.Spans)))
        {
            return;
        }

        AddLayer(new LayerStep(kind, day, axis.Current));
        var blocks = _workDays.Size * _weekends.Size;
        for (var block = 0; block < blocks; block++)
        {
            for (var row = 0; row < _rows; row++)
            {
                CollapseRow(kind, axis, block, row);
            }
        }

        axis.EndSpan();
        if (kind == LayerKind.Paid)
        {
            (_lowest, _highest) = (0, 0);
        }
    }

    private void CollapseRow(LayerKind kind, CountAxis axis, int block, int row)
    {
        var from = RowAt(_layer - 1, block, row);
        if (kind == LayerKind.Paid)
        {
            var best = Weights.Unreached;
            for (var paid = 0; paid <= _highest; paid++)
            {
                best = Math.Min(best, _values[from + paid] + axis.CostOf(axis.Current, paid));
            }

            _values[RowAt(_layer, block, row)] = best;
            return;
        }

        var target = kind == LayerKind.Weekends ? BlockOf(block / _weekends.Size, 0) : block % _weekends.Size;
        var count = kind == LayerKind.Weekends ? block % _weekends.Size : block / _weekends.Size;
        var cost = (axis.CostOf(axis.Current, count), _highest + 1);
        Lanes.MinPlus(_values, RowAt(_layer, target, row), _values, from, cost);
    }
}
