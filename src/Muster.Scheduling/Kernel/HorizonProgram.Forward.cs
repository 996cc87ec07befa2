namespace Muster.Scheduling.Kernel;

/// <summary>The walk forward: layer by layer, the least cost of being in each state.</summary>
internal sealed partial class HorizonProgram
{
    private readonly List<LayerStep> _steps = [];
    private int[] _values = [];
    private int[] _row = [];
    private int _layer;
    private int _lowest;
    private int _highest;

    private void GoForward()
    {
        _steps.Clear();
        _paid.Rewind();
        _weekends.Rewind();
        _workDays.Rewind();
        (_layer, _lowest, _highest) = (-1, 0, 0);
        for (var day = _window.From; day < _end; day++)
        {
            AddLayer(new LayerStep(LayerKind.Day, day));
            if (day == 0)
            {
                Begin();
            }
            else
            {
                Advance(day);
            }

            EndSpans(day);
        }
    }

    private void EndSpans(int day)
    {
        var isLast = day == _end - 1;
        Collapse(_paid, LayerKind.Paid, day, isLast);
        Collapse(_weekends, LayerKind.Weekends, day, isLast);
        Collapse(_workDays, LayerKind.WorkDays, day, isLast);
    }

    private void AddLayer(LayerStep step)
    {
        _steps.Add(step);
        _layer++;
        var size = (_layer + 1) * _layerSize;
        if (_values.Length < size)
        {
            Array.Resize(ref _values, Math.Max(size, _values.Length * 3 / 2));
        }

        if (_row.Length < _stride)
        {
            _row = new int[_stride];
        }

        Array.Fill(_values, Weights.Unreached, _layer * _layerSize, _layerSize);
    }

    private int RowAt(int layer, int block, int row) =>
        (layer * _layerSize) + (((block * _rows) + row) * _stride);

    private int WorkRow(int outClass, int run) => _shape.Off.Cap + (outClass * _shape.Work.Cap) + run - 1;

    private int BlockOf(int workDays, int weekends) => (workDays * _weekends.Size) + weekends;

    // The first day of the period: what was before is history, or nothing is known and no run is too short.
    private void Begin()
    {
        var before = _shape.History?.DaysInRow ?? 0;
        var (on, off) = (Math.Max(0, before), Math.Max(0, -before));
        var offRun = Math.Min(_shape.Off.Cap, off + 1);
        var offCost = _offCost[0] + _shape.Off.Reach[Math.Min(off + 1, _shape.Off.Cap + 1)]
            + (on > 0 ? _shape.Work.End[Math.Min(on, _shape.Work.Cap)] : 0);
        if (offCost < Weights.Never)
        {
            _values[RowAt(0, 0, offRun - 1)] = offCost;
        }

        var run = Math.Min(on + 1, _shape.Work.Cap);
        var start = _shape.Work.Reach[Math.Min(on + 1, _shape.Work.Cap + 1)]
            + (off > 0 ? _shape.Off.End[Math.Min(off, _shape.Off.Cap)] : 0);
        var block = start < Weights.Never ? BlockAfterWork(0, 0, false) : -1;
        for (var group = 0; block >= 0 && group < _shape.Groups.Count; group++)
        {
            var (cost, units) = (_groupCost[group], UnitsOf(group));
            if (cost < Weights.Never && units <= _paid.Most)
            {
                ref var value = ref _values[RowAt(0, block, WorkRow(_shape.Groups.Out[group], run)) + units];
                value = Math.Min(value, cost + start);
                _highest = Math.Max(_highest, units);
            }
        }
    }

    private int UnitsOf(int group) => _paid.Counts ? _shape.Groups.Units[group] : 0;

    private int BlockAfterWork(int block, int day, bool workedBefore)
    {
        var workDays = (block / _weekends.Size) + (_workDays.Counts ? 1 : 0);
        var weekends = (block % _weekends.Size) + (_weekends.Counts ? WeekendCount(day, workedBefore) : 0);
        return workDays > _workDays.Most || weekends > _weekends.Most ? -1 : BlockOf(workDays, weekends);
    }

    private void Advance(int day)
    {
        if (day == _window.From)
        {
            // One state before the window; it lies in the layer itself until the day is walked.
            AddLayer(_steps[^1]);
            _steps[^2] = new LayerStep(LayerKind.Origin, day - 1);
            _values[RowAt(_layer - 1, 0, RowBefore(day))] = 0;
        }

        var blocks = _workDays.Size * _weekends.Size;
        NarrowCounts(day);
        for (var block = 0; block < blocks; block++)
        {
            GoOff(day, block);
            StartWork(day, block, BlockAfterWork(block, day, workedBefore: false));
            GoOnWorking(day, block, BlockAfterWork(block, day, workedBefore: true));
        }

        _highest = Math.Min(_paid.Most, _highest + (_paid.Counts ? _shape.MostPaidUnits : 0));
    }

    private int RowBefore(int day)
    {
        var worked = _roster[day - 1] >= 0;
        var run = RunBefore(day, worked);
        return worked
            ? WorkRow(_shape.Succession.OutOf[_roster[day - 1]], Math.Min(run, _shape.Work.Cap))
            : Math.Min(run, _shape.Off.Cap) - 1;
    }

    private int RunBefore(int day, bool worked)
    {
        var first = day - 1;
        while (first > 0 && _roster[first - 1] >= 0 == worked)
        {
            first--;
        }

        var history = _shape.History?.DaysInRow ?? 0;
        return day - first + (first == 0 && worked == history > 0 ? Math.Abs(history) : 0);
    }

    // Counts from which the hard minimum of the span can no longer be reached are left out.
    private void NarrowCounts(int day)
    {
        if (!_paid.Counts || !_isNarrow)
        {
            _lowest = 0;
            return;
        }

        var (from, to) = _paid.CurrentDays;
        var end = Math.Min(_end, to);
        var least = Math.Min(_paid.LeastNow, _shape.MostUnitsIn(end - Math.Max(_window.From, from)));
        _lowest = Math.Clamp(least - _shape.MostUnitsIn(end - day), 0, _highest) / Lanes.Width * Lanes.Width;
    }

    private (int, int) Add(int cost) => (cost, _highest - _lowest + 1);

    private void GoOff(int day, int block)
    {
        var off = _offCost[day - _window.From];
        if (off >= Weights.Never)
        {
            return;
        }

        for (var run = 1; run <= _shape.Off.Cap; run++)
        {
            var reach = _shape.Off.Reach[run + 1];
            if (reach < Weights.Never)
            {
                var to = RowAt(_layer, block, Math.Min(run + 1, _shape.Off.Cap) - 1) + _lowest;
                Lanes.MinPlus(_values, to, _values, RowAt(_layer - 1, block, run - 1) + _lowest, Add(off + reach));
            }
        }

        var first = RowAt(_layer, block, 0) + _lowest;
        for (var run = 1; run <= _shape.Work.Cap; run++)
        {
            var cost = EndCost(_shape.Work, run, day) + _shape.Turn[day];
            for (var last = 0; cost < Weights.Never && last < _shape.Succession.Outs; last++)
            {
                var from = RowAt(_layer - 1, block, WorkRow(last, run)) + _lowest;
                Lanes.MinPlus(_values, first, _values, from, Add(off + cost));
            }
        }
    }

    // A run that began with the period may have begun before it: it is never too short.
    private int EndCost(RunCosts runs, int run, int day) =>
        run == day && _shape.History is null ? 0 : runs.End[run];

    private void StartWork(int day, int block, int target)
    {
        if (target < 0)
        {
            return;
        }

        Array.Fill(_row, Weights.Unreached, 0, _stride);
        for (var run = 1; run <= _shape.Off.Cap; run++)
        {
            var cost = EndCost(_shape.Off, run, day) + _shape.Turn[day] + _shape.Work.Reach[1];
            if (cost < Weights.Never)
            {
                Lanes.MinPlus(_row, 0, _values, RowAt(_layer - 1, block, run - 1) + _lowest, Add(cost));
            }
        }

        AddGroups(day, target, 1, (0, _shape.Groups.Count));
    }

    private void AddGroups(int day, int target, int run, (int From, int To) range)
    {
        var groups = _shape.Groups;
        var costs = _groupCost.AsSpan((day - _window.From) * groups.Count, groups.Count);
        for (var group = range.From; group < range.To; group++)
        {
            var units = UnitsOf(group);
            var count = Math.Min(_highest, _paid.Most - units) - _lowest + 1;
            if (costs[group] < Weights.Never && count > 0)
            {
                var to = RowAt(_layer, target, WorkRow(groups.Out[group], run)) + _lowest + units;
                Lanes.MinPlus(_values, to, _row, 0, (costs[group], count));
            }
        }
    }

    private void GoOnWorking(int day, int block, int target)
    {
        if (target < 0)
        {
            return;
        }

        for (var run = 1; run <= _shape.Work.Cap; run++)
        {
            var reach = _shape.Work.Reach[run + 1];
            if (reach < Weights.Never)
            {
                GoOnWorking(day, (block, target), run, reach);
            }
        }
    }

    private void GoOnWorking(int day, (int Source, int Target) block, int run, int reach)
    {
        var (table, groups) = (_shape.Succession, _shape.Groups);
        var group = 0;
        Array.Fill(_row, Weights.Unreached, 0, _stride);
        for (var rank = 0; rank < table.Ins; rank++)
        {
            if (!table.IsChain)
            {
                Array.Fill(_row, Weights.Unreached, 0, _stride);
            }

            foreach (var last in table.NewOuts[rank])
            {
                var cost = table.Costs[(last * table.Ins) + table.InAt[rank]] + reach;
                var from = RowAt(_layer - 1, block.Source, WorkRow(last, run)) + _lowest;
                Lanes.MinPlus(_row, 0, _values, from, Add(cost));
            }

            var first = group;
            while (group < groups.Count && groups.Rank[group] == rank)
            {
                group++;
            }

            AddGroups(day, block.Target, Math.Min(run + 1, _shape.Work.Cap), (first, group));
        }
    }
}
