namespace Muster.Scheduling.Kernel;

/// <summary>The walk back: from the best last state, a predecessor that gives exactly its value.</summary>
internal sealed partial class HorizonProgram
{
    private readonly record struct State(int Block, int Row, int Paid);

    private bool GoBack()
    {
        var best = new State(0, 0, 0);
        Value = Weights.Unreached;
        for (var row = 0; row < _rows; row++)
        {
            var value = ValueOf(_layer, new State(0, row, 0));
            if (value < Value)
            {
                (Value, best) = (value, new State(0, row, 0));
            }
        }

        if (Value >= Weights.Unreached / 2)
        {
            return false;
        }

        for (var layer = _layer; layer >= 0 && _steps[layer].Kind != LayerKind.Origin; layer--)
        {
            var step = _steps[layer];
            best = step.Kind == LayerKind.Day ? DayBefore(layer, step.Day, best) : SpanBefore(layer, step, best);
        }

        return true;
    }

    private int ValueOf(int layer, State state)
    {
        var at = state.Paid - _bases[layer];
        return at >= 0 && at < _stride && IsReached(layer, state.Block, state.Row)
            ? _values[RowAt(layer, state.Block, state.Row) + at]
            : Weights.Unreached;
    }

    private State SpanBefore(int layer, LayerStep step, State state)
    {
        var axis = step.Kind switch
        {
            LayerKind.Paid => _paid,
            LayerKind.Weekends => _weekends,
            _ => _workDays,
        };
        var value = ValueOf(layer, state);
        for (var count = 0; count < axis.Size; count++)
        {
            var before = step.Kind switch
            {
                LayerKind.Paid => state with { Paid = count },
                LayerKind.Weekends => state with { Block = state.Block + count },
                _ => state with { Block = state.Block + (count * _weekends.Size) },
            };
            if (ValueOf(layer - 1, before) + axis.CostOf(step.Span, count) == value)
            {
                return before;
            }
        }

        throw new InvalidOperationException($"No count before the end of a span on day {step.Day} has its value.");
    }

    private State DayBefore(int layer, int day, State state)
    {
        var isOff = state.Row < _shape.Off.Cap;
        if (isOff)
        {
            Choose(day, -1);
        }

        if (day == 0)
        {
            return isOff ? state : ChooseFirst(layer, state);
        }

        return isOff ? BeforeDayOff(layer, day, state) : BeforeWork(layer, day, state);
    }

    private void Choose(int day, int option)
    {
        if (day < _window.To)
        {
            Chosen[day - _window.From] = option;
        }
    }

    private State ChooseFirst(int layer, State state)
    {
        var before = _shape.History?.DaysInRow ?? 0;
        var start = StartCost(0) + _shape.Work.Reach[Math.Min(Math.Max(0, before) + 1, _shape.Work.Cap + 1)]
            + (before < 0 ? _shape.Off.End[Math.Min(-before, _shape.Off.Cap)] : 0);
        var (last, _) = ClassAndRun(state.Row);
        for (var i = 0; i < _openCount[0]; i++)
        {
            var group = _openGroup[i];
            if (_shape.Groups.Out[group] == last && UnitsOf(group) == state.Paid
                && _openCost[i] + start == ValueOf(layer, state))
            {
                Choose(0, _openOption[i]);
                return state;
            }
        }

        throw new InvalidOperationException("No shift of day 0 has the value of its state.");
    }

    private (int Class, int Run) ClassAndRun(int row)
    {
        var work = row - _shape.Off.Cap;
        return (work / _shape.Work.Cap, (work % _shape.Work.Cap) + 1);
    }

    private State BeforeDayOff(int layer, int day, State state)
    {
        var rest = ValueOf(layer, state) - _offCost[day - _window.From];
        for (var run = 1; run <= _shape.Off.Cap; run++)
        {
            var before = state with { Row = run - 1 };
            if (Math.Min(run + 1, _shape.Off.Cap) - 1 == state.Row
                && ValueOf(layer - 1, before) + _shape.Off.Reach[run + 1] == rest)
            {
                return before;
            }
        }

        for (var row = _shape.Off.Cap; row < _rows; row++)
        {
            var cost = EndCost(_shape.Work, ClassAndRun(row).Run, day) + _shape.Turn[day];
            if (state.Row == 0 && cost < Weights.Never && ValueOf(layer - 1, state with { Row = row }) + cost == rest)
            {
                return state with { Row = row };
            }
        }

        throw new InvalidOperationException($"No state before the day off {day} has its value.");
    }

    private State BeforeWork(int layer, int day, State state)
    {
        var (groups, (last, run)) = (_shape.Groups, ClassAndRun(state.Row));
        var first = FirstOpen(day);
        for (var i = first; i < first + _openCount[day - _window.From]; i++)
        {
            var group = _openGroup[i];
            var paid = state.Paid - UnitsOf(group);
            if (groups.Out[group] != last || paid < 0)
            {
                continue;
            }

            var rest = ValueOf(layer, state) - _openCost[i];
            var found = run == 1 ? AfterDayOff(layer, day, state with { Paid = paid }, rest) : null;
            found ??= AfterWork(layer, (day, groups.Rank[group]), state with { Paid = paid }, rest);
            if (found is { } before)
            {
                Choose(day, _openOption[i]);
                return before;
            }
        }

        throw new InvalidOperationException($"No state before the shift of day {day} has its value.");
    }

    private State? AfterDayOff(int layer, int day, State state, int rest)
    {
        for (var block = 0; block <= state.Block; block++)
        {
            for (var run = 1; run <= _shape.Off.Cap; run++)
            {
                var cost = EndCost(_shape.Off, run, day) + _shape.Turn[day] + _shape.Work.Reach[1] + StartCost(day);
                var before = new State(block, run - 1, state.Paid);
                if (cost < Weights.Never && ValueOf(layer - 1, before) + cost == rest
                    && BlockAfterWork(block, day, workedBefore: false) == state.Block)
                {
                    return before;
                }
            }
        }

        return null;
    }

    private State? AfterWork(int layer, (int Day, int Rank) what, State state, int rest)
    {
        var (table, (_, run)) = (_shape.Succession, ClassAndRun(state.Row));
        var block = BlockBefore(what.Day, state.Block);
        for (var source = Math.Max(1, run - 1); block >= 0 && source <= run; source++)
        {
            var reach = _shape.Work.Reach[source + 1];
            if (Math.Min(source + 1, _shape.Work.Cap) != run || reach >= Weights.Never)
            {
                continue;
            }

            for (var last = 0; last < table.Outs; last++)
            {
                var cost = table.Costs[(last * table.Ins) + table.InAt[what.Rank]];
                var before = new State(block, WorkRow(last, source), state.Paid);
                if (cost < Weights.Never && ValueOf(layer - 1, before) + cost + reach == rest)
                {
                    return before;
                }
            }
        }

        return null;
    }

    private int BlockBefore(int day, int block)
    {
        for (var before = 0; before <= block; before++)
        {
            if (BlockAfterWork(before, day, workedBefore: true) == block)
            {
                return before;
            }
        }

        return -1;
    }
}
