using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Search;

/// <summary>Coverage per day and shift type.</summary>
internal sealed class ShiftCoverage : Coverage
{
    private const int HoleTries = 30;

    private readonly Need[] _needs;
    private readonly int[] _have;
    private readonly int[] _next;
    private readonly int _options;

    public ShiftCoverage(SchedulingProblem problem)
    {
        _needs = [.. problem.Demand.Needs];
        _options = problem.Options.Count;
        (_have, _next) = (new int[_needs.Length], new int[_needs.Length]);
        for (var row = 0; row < _needs.Length; row++)
        {
            Cost += CostOf(row, 0);
            _next[row] = MarginalOf(row);
        }
    }

    /// <summary>What one more on each row costs.</summary>
    public ReadOnlySpan<int> Marginals => _next;

    public ReadOnlySpan<int> Have => _have;

    public override void Add(ShiftCell cell) => Change((cell.Day * _options) + cell.Option, 1);

    public override void Remove(ShiftCell cell) => Change((cell.Day * _options) + cell.Option, -1);

    public override void AddMarginal(AgentShape shape, ShiftCell cell, Span<int> costs)
    {
        var row = cell.Day * _options;
        for (var local = 0; local < costs.Length; local++)
        {
            costs[local] += _next[row + shape.Options[local]];
        }
    }

    public override int NextOn(int row) => _next[row];

    public override void Price(ReadOnlySpan<int> prices) => prices.CopyTo(_next);

    public override void Count(ShiftCell cell, int[] worked, int people) =>
        worked[(cell.Day * _options) + cell.Option] += people;

    public override Hole? FindHole(RandomSource chance)
    {
        for (var attempt = 0; attempt < HoleTries && _needs.Length > 0; attempt++)
        {
            var row = chance.Next(_needs.Length);
            if (_have[row] < _needs[row].Least)
            {
                return new Hole(row / _options, row % _options);
            }
        }

        return null;
    }

    public override bool CanFill(AgentShape shape, int employee, Hole hole) => shape.LocalOf(hole.Wanted) >= 0;

    private void Change(int row, int by)
    {
        Cost -= CostOf(row, _have[row]);
        _have[row] += by;
        Cost += CostOf(row, _have[row]);
        _next[row] = MarginalOf(row);
    }

    private long CostOf(int row, int have) =>
        Weights.Scale * (_needs[row].CostOf(have) + ((long)_needs[row].ShortOf(have) * Weights.MissingStaff));

    private int MarginalOf(int row) =>
        (int)Math.Clamp(CostOf(row, _have[row] + 1) - CostOf(row, _have[row]), -Weights.Most, Weights.Most);
}
