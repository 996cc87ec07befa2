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

        AddLayer(new LayerStep(kind, day, axis.Current), kind == LayerKind.Paid ? 0 : _bases[^1]);
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
            (_lowest, _highest, _paidSoFar) = (0, 0, 0);
        }
        else if (kind == LayerKind.Weekends)
        {
            _weekendsSoFar = 0;
        }
    }

    private void CollapseRow(LayerKind kind, CountAxis axis, int block, int row)
    {
        if (!IsReached(_layer - 1, block, row))
        {
            return;
        }

        var from = RowAt(_layer - 1, block, row);
        if (kind == LayerKind.Paid)
        {
            var best = Weights.Unreached;
            for (var paid = _bases[_layer - 1]; paid <= _highest; paid++)
            {
                var value = _values[from + paid - _bases[_layer - 1]];
                best = Math.Min(best, value + axis.CostOf(axis.Current, paid));
            }

            var to = Open(_layer, block, row);
            _values[to] = best;
            return;
        }

        var target = kind == LayerKind.Weekends ? BlockOf(block / _weekends.Size, 0) : block % _weekends.Size;
        var count = kind == LayerKind.Weekends ? block % _weekends.Size : block / _weekends.Size;
        var cost = (axis.CostOf(axis.Current, count), _highest - _bases[_layer] + 1);
        var first = Open(_layer, target, row);
        Lanes.MinPlus(_values, first, _values, from, cost);
    }
}
