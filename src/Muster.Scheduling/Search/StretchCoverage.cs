using Muster.Scheduling.Content;
using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Search;

/// <summary>Coverage per interval and planning group where each agent has one group at a time.</summary>
internal sealed class StretchCoverage : Coverage
{
    private const int NotSkilled = 1 << 24;

    private readonly ShiftGrid _grid;
    private readonly int _width;
    private readonly int _least;
    private readonly int[] _have;
    private readonly int[] _next;
    private readonly int[] _stretches;
    private readonly int[][] _skills;
    private readonly StretchProgram _program;
    private readonly short[] _content;

    public StretchCoverage(SchedulingProblem problem, IntervalDemand demand)
    {
        _grid = new ShiftGrid(problem, demand);
        _width = (_grid.Groups + Lanes.Width - 1) / Lanes.Width * Lanes.Width;
        _least = Math.Max(1, _grid.SlotsOf(demand.StretchMinutes));
        _have = new int[_grid.Needs.Length];
        _next = new int[(_grid.Intervals + _grid.MostSlots + _least) * _width];
        _stretches = new int[_next.Length];
        _program = new StretchProgram(_width, _least, _grid.MostSlots);
        _content = new short[_grid.MostSlots];
        var masks = new Dictionary<string, int[]>();
        _skills = [.. problem.Employees.Select(employee => MaskOf(masks, employee.Groups))];
        Refill();
    }

    public override void Add(ShiftCell cell) => Change(cell, 1);

    public override void Remove(ShiftCell cell) => Change(cell, -1);

    public override void AddMarginal(AgentShape shape, ShiftCell cell, Span<int> costs)
    {
        for (var start = 0; start < shape.Starts.Count; start++)
        {
            var options = shape.Starts[start];
            var longest = 0;
            foreach (var option in options)
            {
                var slots = costs[option] < Weights.Never ? _grid.Slots[shape.Options[option]] : 0;
                longest = Math.Max(longest, slots);
            }

            if (longest > 0)
            {
                var first = _grid.FirstOf(cell.Day, shape.Options[options[0]]);
                _program.Fill(_next, _stretches, _skills[cell.Employee], first, longest);
                AddBest(shape, options, costs);
            }
        }
    }

    private void AddBest(AgentShape shape, ReadOnlySpan<int> options, Span<int> costs)
    {
        foreach (var option in options)
        {
            var cost = _program.Best[_grid.Slots[shape.Options[option]]];
            costs[option] = cost > NotSkilled / 2 || costs[option] >= Weights.Never
                ? Weights.Never
                : costs[option] + cost;
        }
    }

    public override ReadOnlySpan<short> ContentOf(ShiftCell cell)
    {
        if (cell.Option < 0)
        {
            return default;
        }

        var (first, slots) = (_grid.FirstOf(cell.Day, cell.Option), _grid.Slots[cell.Option]);
        _program.Fill(_next, _stretches, _skills[cell.Employee], first, slots);
        var content = _content.AsSpan(0, slots);
        _program.Cut(_next, first, content);
        return content;
    }

    public override int NextOn(int row) => MarginalOf((_grid.Before * _grid.Groups) + row);

    public override void Price(ReadOnlySpan<int> prices)
    {
        Array.Clear(_next);
        for (var row = 0; row < prices.Length; row++)
        {
            _next[((_grid.Before + (row / _grid.Groups)) * _width) + (row % _grid.Groups)] = prices[row];
        }

        FillStretches();
    }

    public override void Count(ShiftCell cell, int[] worked, int people)
    {
        var content = ContentOf(cell);
        var first = _grid.FirstOf(cell.Day, cell.Option) - _grid.Before;
        for (var slot = 0; slot < content.Length; slot++)
        {
            if (first + slot >= 0 && first + slot < _grid.Demanded)
            {
                worked[((first + slot) * _grid.Groups) + content[slot]] += people;
            }
        }
    }

    private int[] MaskOf(Dictionary<string, int[]> masks, IReadOnlyList<int> groups)
    {
        var key = string.Join(',', groups);
        if (!masks.TryGetValue(key, out var mask))
        {
            mask = new int[_width];
            Array.Fill(mask, NotSkilled);
            foreach (var group in groups)
            {
                mask[group] = 0;
            }

            masks[key] = mask;
        }

        return mask;
    }

    private void Refill()
    {
        Cost = 0;
        Array.Fill(_next, 0);
        for (var row = 0; row < _have.Length; row++)
        {
            Cost += CostOf(row, _have[row]);
            _next[(row / _grid.Groups * _width) + (row % _grid.Groups)] = MarginalOf(row);
        }

        FillStretches();
    }

    private void FillStretches()
    {
        for (var at = 0; at + (_least * _width) <= _stretches.Length; at++)
        {
            var sum = 0;
            for (var slot = 0; slot < _least; slot++)
            {
                sum += _next[at + (slot * _width)];
            }

            _stretches[at] = sum;
        }
    }

    private void Change(ShiftCell cell, int by)
    {
        var first = _grid.FirstOf(cell.Day, cell.Option);
        for (var slot = 0; slot < cell.Activities.Length; slot++)
        {
            var group = cell.Activities[slot];
            var row = ((first + slot) * _grid.Groups) + group;
            Cost -= CostOf(row, _have[row]);
            _have[row] += by;
            Cost += CostOf(row, _have[row]);
            var at = ((first + slot) * _width) + group;
            var change = MarginalOf(row) - _next[at];
            _next[at] += change;
            for (var start = at; start > at - (_least * _width) && start >= 0; start -= _width)
            {
                _stretches[start] += change;
            }
        }
    }

    private long CostOf(int row, int have) =>
        Weights.Scale * (_grid.Needs[row].CostOf(have) + ((long)_grid.Needs[row].ShortOf(have) * Weights.MissingStaff));

    private int MarginalOf(int row) =>
        (int)Math.Clamp(CostOf(row, _have[row] + 1) - CostOf(row, _have[row]), -Weights.Most, Weights.Most);
}
