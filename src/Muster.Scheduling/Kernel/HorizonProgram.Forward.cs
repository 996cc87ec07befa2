namespace Muster.Scheduling.Kernel;

/// <summary>The walk forward: layer by layer, the least cost of being in each state.</summary>
internal sealed partial class HorizonProgram
{
    private readonly List<LayerStep> _steps = [];
    private readonly List<int> _bases = [];
    private int[] _values = [];
    private int[] _rowEnds = [];
    private int _used;
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
        _bases.Clear();
        _used = 0;
        (_layer, _lowest, _highest, _paidSoFar, _weekendsSoFar) = (-1, 0, 0, 0, 0);
        for (var day = _window.From; day < _end; day++)
        {
            if (day == 0)
            {
                AddLayer(new LayerStep(LayerKind.Day, day), 0);
                Begin();
            }
            else
            {
                Advance(day);
            }

            CountPresent(day);
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
            var first = Open(0, 0, offRun - 1);
            _values[first] = offCost;
        }

        var run = Math.Min(on + 1, _shape.Work.Cap);
        var start = StartCost(0) + _shape.Work.Reach[Math.Min(on + 1, _shape.Work.Cap + 1)]
            + (off > 0 ? _shape.Off.End[Math.Min(off, _shape.Off.Cap)] : 0);
        var block = start < Weights.Never ? BlockAfterWork(0, 0, false) : -1;
        for (var i = 0; block >= 0 && i < _openCount[0]; i++)
        {
            var (cost, units) = (_openCost[i], UnitsOf(_openGroup[i]));
            if (units <= _paid.Most)
            {
                var row = Open(0, block, WorkRow(_shape.Groups.Out[_openGroup[i]], run));
                ref var value = ref _values[row + units];
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
            // One state before the window.
            AddLayer(new LayerStep(LayerKind.Origin, day - 1), 0);
            var origin = Open(_layer, 0, RowBefore(day));
            _values[origin] = 0;
        }

        NarrowCounts(day);
        AddLayer(new LayerStep(LayerKind.Day, day), _lowest);
        for (var workDays = 0; workDays < _workDays.Size; workDays++)
        {
            var last = Math.Min(_weekends.Size - 1, _weekendsSoFar + _besideWeekends);
            for (var weekends = Math.Max(0, _weekendsSoFar - _besideWeekends); weekends <= last; weekends++)
            {
                var block = BlockOf(workDays, weekends);
                GoOff(day, block);
                StartWork(day, block, BlockAfterWork(block, day, workedBefore: false));
                GoOnWorking(day, block, BlockAfterWork(block, day, workedBefore: true));
            }
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

    private (int, int) Add(int cost)
    {
        var count = _highest - _lowest + 1;
        Work += 2 + (count / Lanes.Width);
        return (cost, count);
    }

    // Where the counts that are looked at begin.
    private int From(int block, int row) => RowAt(_layer - 1, block, row) + _lowest - _bases[_layer - 1];

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
            if (reach < Weights.Never && IsReached(_layer - 1, block, run - 1))
            {
                var to = Open(_layer, block, Math.Min(run + 1, _shape.Off.Cap) - 1);
                Lanes.MinPlus(_values, to, _values, From(block, run - 1), Add(off + reach));
            }
        }

        for (var run = 1; run <= _shape.Work.Cap; run++)
        {
            var cost = EndCost(_shape.Work, run, day) + _shape.Turn[day];
            for (var last = 0; cost < Weights.Never && last < _shape.Succession.Outs; last++)
            {
                var row = WorkRow(last, run);
                if (IsReached(_layer - 1, block, row))
                {
                    var first = Open(_layer, block, 0);
                    Lanes.MinPlus(_values, first, _values, From(block, row), Add(off + cost));
                }
            }
        }
    }

    // A run that began with the period may have begun before it: it is never too short.
    private int EndCost(RunCosts runs, int run, int day) =>
        run == day && _shape.History is null ? 0 : runs.End[run];

    private int StartCost(int day) => StartCosts.Length > 0 ? StartCosts[day] : 0;

    private void StartWork(int day, int block, int target)
    {
        if (target < 0)
        {
            return;
        }

        var isAny = false;
        Array.Fill(_row, Weights.Unreached, 0, _stride);
        for (var run = 1; run <= _shape.Off.Cap; run++)
        {
            var cost = EndCost(_shape.Off, run, day) + _shape.Turn[day] + _shape.Work.Reach[1] + StartCost(day);
            if (cost < Weights.Never && IsReached(_layer - 1, block, run - 1))
            {
                Lanes.MinPlus(_row, 0, _values, From(block, run - 1), Add(cost));
                isAny = true;
            }
        }

        if (isAny)
        {
            var first = FirstOpen(day);
            AddGroups(target, 1, (first, first + _openCount[day - _window.From]));
        }
    }

    private void AddGroups(int target, int run, (int From, int To) open)
    {
        var groups = _shape.Groups;
        for (var i = open.From; i < open.To; i++)
        {
            var group = _openGroup[i];
            var units = UnitsOf(group);
            var count = Math.Min(_highest, _paid.Most - units) - _lowest + 1;
            if (count > 0)
            {
                Work += 2 + (count / Lanes.Width);
                var to = Open(_layer, target, WorkRow(groups.Out[group], run)) + units;
                Lanes.MinPlus(_values, to, _row, 0, (_openCost[i], count));
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
        var (table, rank) = (_shape.Succession, _shape.Groups.Rank);
        var next = FirstOpen(day);
        var (end, isAny) = (next + _openCount[day - _window.From], false);
        Array.Fill(_row, Weights.Unreached, 0, _stride);
        for (var @in = 0; @in < table.Ins && next < end; @in++)
        {
            if (!table.IsChain && isAny)
            {
                Array.Fill(_row, Weights.Unreached, 0, _stride);
                isAny = false;
            }

            foreach (var last in table.NewOuts[@in])
            {
                var row = WorkRow(last, run);
                if (IsReached(_layer - 1, block.Source, row))
                {
                    var cost = table.Costs[(last * table.Ins) + table.InAt[@in]] + reach;
                    Lanes.MinPlus(_row, 0, _values, From(block.Source, row), Add(cost));
                    isAny = true;
                }
            }

            var first = next;
            while (next < end && rank[_openGroup[next]] == @in)
            {
                next++;
            }

            if (isAny)
            {
                AddGroups(block.Target, Math.Min(run + 1, _shape.Work.Cap), (first, next));
            }
        }
    }
}
