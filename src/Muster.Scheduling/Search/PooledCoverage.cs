using Muster.Scheduling.Content;
using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Search;

/// <summary>
/// Coverage per interval where agents are split over their groups as needs can use them; shifts have pauses inside,
/// placed where they cost least.
/// </summary>
internal sealed class PooledCoverage : Coverage
{
    private const int MissedMeeting = 1 << 22;

    private readonly ShiftGrid _grid;
    private readonly SupplySplit _split;
    private readonly int[] _setOf;
    private readonly int[] _next;
    private readonly int _sets;
    private readonly uint[] _setMasks;
    private readonly long[] _marginals;
    private readonly int[] _prices;
    private readonly PausePlan[] _pauses;
    private readonly PauseProgram _program;
    private readonly Dictionary<Cell, List<Meeting>> _meetings = [];
    private readonly short[] _content;
    private readonly int[] _values;
    private readonly int[] _sums;
    private readonly int _firstStart;

    public PooledCoverage(SchedulingProblem problem, IntervalDemand demand)
    {
        _grid = new ShiftGrid(problem, demand);
        var masks = problem.Employees.Select(employee => SkillSets.MaskOf(employee)).ToList();
        uint[] sets = [.. masks.Distinct().Order()];
        (_sets, _setMasks) = (sets.Length, sets);
        _marginals = new long[_sets];
        _prices = new int[demand.Needs.Count];
        _setOf = [.. masks.Select(mask => Array.IndexOf(sets, mask))];
        _split = new SupplySplit(_grid.Intervals, _grid.Groups, sets, CostOf);
        _next = new int[_grid.Intervals * _sets];
        _program = new PauseProgram(_grid.MostSlots);
        _content = new short[_grid.MostSlots];
        _values = new int[_grid.MostSlots];
        _firstStart = problem.Options.Select(option => option.Start).DefaultIfEmpty(0).Min();
        var latest = problem.Options.Select(option => option.End).DefaultIfEmpty(_firstStart).Max();
        _sums = new int[_grid.SlotsOf(latest - _firstStart) + 2];
        _pauses = [.. problem.Options.Select(option => PausePlan.Of(option, _grid))];
        foreach (var (employee, one) in problem.Employees.Index())
        {
            foreach (var meeting in one.Rules.OfType<Meeting>())
            {
                var cell = new Cell(employee, meeting.Day);
                _meetings[cell] = [.. _meetings.GetValueOrDefault(cell) ?? [], meeting];
            }
        }

        Refill();
    }

    public override void Add(ShiftCell cell) => Change(cell, isMore: true);

    public override void Remove(ShiftCell cell) => Change(cell, isMore: false);

    public override void AddMarginal(AgentShape shape, ShiftCell cell, Span<int> costs)
    {
        var hasMeeting = MeetingsOf(cell).Count > 0;
        var first = _grid.IntervalAt(cell.Day, _firstStart);
        var values = _next.AsSpan((_setOf[cell.Employee] * _grid.Intervals) + first, _sums.Length - 1);
        for (var slot = 0; slot < values.Length; slot++)
        {
            _sums[slot + 1] = _sums[slot] + values[slot];
        }

        for (var local = 0; local < costs.Length; local++)
        {
            if (costs[local] >= Weights.Never)
            {
                continue;
            }

            var option = shape.Options[local];
            var sums = _sums.AsSpan(_grid.FirstOf(cell.Day, option) - first, _grid.Slots[option] + 1);
            var cost = !hasMeeting ? _program.CostOfSums(_pauses[option], sums)
                : _program.CostOf(_pauses[option], ValuesOf(cell, option)) ?? PauseProgram.Impossible;
            costs[local] = cost < PauseProgram.Impossible ? costs[local] + cost : Weights.Never;
        }
    }

    public override ReadOnlySpan<short> ContentOf(ShiftCell cell)
    {
        if (cell.Option < 0)
        {
            return default;
        }

        var plan = _pauses[cell.Option];
        var content = _content.AsSpan(0, _grid.Slots[cell.Option]);
        content.Fill(Activity.AllGroups);
        if (_program.Place(plan, ValuesOf(cell, cell.Option)))
        {
            for (var pause = 0; pause < plan.Count; pause++)
            {
                content.Slice(_program.Starts[pause], plan.Length[pause]).Fill(Activity.Pause);
            }
        }

        var first = _grid.FirstOf(cell.Day, cell.Option);
        foreach (var meeting in MeetingsOf(cell))
        {
            MeetingSlots(meeting, first, content.Length, out var from, out var to);
            content[from..to].Fill(Activity.Meeting);
        }

        return content;
    }

    public override int NextOn(int row)
    {
        var at = (_grid.Before * _grid.Groups) + row;
        var next = CostOf(at, _split.Have[at] + 1) - CostOf(at, _split.Have[at]);
        return (int)Math.Clamp(next, -Weights.Most, Weights.Most);
    }

    public override void Price(ReadOnlySpan<int> prices)
    {
        prices.CopyTo(_prices);
        Array.Clear(_next);
        for (var interval = 0; interval < _grid.Demanded; interval++)
        {
            for (var set = 0; set < _sets; set++)
            {
                var group = CheapestOf(set, interval);
                _next[(set * _grid.Intervals) + _grid.Before + interval] = _prices[(interval * _grid.Groups) + group];
            }
        }
    }

    public override void Count(ShiftCell cell, int[] worked, int people)
    {
        var content = ContentOf(cell);
        var first = _grid.FirstOf(cell.Day, cell.Option) - _grid.Before;
        for (var slot = 0; slot < content.Length; slot++)
        {
            var interval = first + slot;
            if (content[slot] == Activity.AllGroups && interval >= 0 && interval < _grid.Demanded)
            {
                worked[(interval * _grid.Groups) + CheapestOf(_setOf[cell.Employee], interval)] += people;
            }
        }
    }

    private int CheapestOf(int set, int interval)
    {
        var best = -1;
        for (var group = 0; group < _grid.Groups; group++)
        {
            var isIn = (_setMasks[set] >> group & 1) == 1;
            var row = interval * _grid.Groups;
            best = isIn && (best < 0 || _prices[row + group] < _prices[row + best]) ? group : best;
        }

        return best;
    }

    private List<Meeting> MeetingsOf(ShiftCell cell) =>
        _meetings.Count > 0 && _meetings.TryGetValue(new Cell(cell.Employee, cell.Day), out var found) ? found : [];

    // The cost of work by slot. In a meeting it is nothing, and a pause there would cost much.
    private ReadOnlySpan<int> ValuesOf(ShiftCell cell, int option)
    {
        var (first, slots) = (_grid.FirstOf(cell.Day, option), _grid.Slots[option]);
        var own = _next.AsSpan((_setOf[cell.Employee] * _grid.Intervals) + first, slots);
        if (_meetings.Count == 0 || !_meetings.ContainsKey(new Cell(cell.Employee, cell.Day)))
        {
            return own;
        }

        own.CopyTo(_values);
        foreach (var meeting in MeetingsOf(cell))
        {
            MeetingSlots(meeting, first, slots, out var from, out var to);
            _values.AsSpan(from, to - from).Fill(-MissedMeeting / Math.Max(1, to - from));
        }

        return _values.AsSpan(0, slots);
    }

    private void MeetingSlots(Meeting meeting, int first, int slots, out int from, out int to)
    {
        from = Math.Clamp(_grid.IntervalAt(meeting.Day, meeting.From) - first, 0, slots);
        to = Math.Clamp(_grid.IntervalAt(meeting.Day, meeting.To) - first, from, slots);
    }

    private void Refill()
    {
        Cost = 0;
        for (var row = 0; row < _grid.Needs.Length; row++)
        {
            Cost += CostOf(row, 0);
        }

        RefillMarginals();
    }

    private void RefillMarginals()
    {
        for (var interval = 0; interval < _grid.Intervals; interval++)
        {
            FillMarginals(interval);
        }
    }

    private void FillMarginals(int interval)
    {
        _split.FillMarginals(interval, _marginals);
        for (var set = 0; set < _sets; set++)
        {
            _next[(set * _grid.Intervals) + interval] = (int)Math.Clamp(_marginals[set], -Weights.Most, Weights.Most);
        }
    }

    private void Change(ShiftCell cell, bool isMore)
    {
        var first = _grid.FirstOf(cell.Day, cell.Option);
        var set = _setOf[cell.Employee];
        for (var slot = 0; slot < cell.Activities.Length; slot++)
        {
            if (cell.Activities[slot] == Activity.AllGroups)
            {
                var interval = first + slot;
                Cost += isMore ? _split.Add(interval, set) : _split.Remove(interval, set);
                FillMarginals(interval);
            }
        }
    }

    private long CostOf(int row, int have) =>
        Weights.Scale * (_grid.Needs[row].CostOf(have) + ((long)_grid.Needs[row].ShortOf(have) * Weights.MissingStaff));
}
