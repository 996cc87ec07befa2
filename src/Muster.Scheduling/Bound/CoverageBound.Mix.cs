using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Bound;

/// <summary>The mix of rosters and what it takes: finer prices, families of contracts.</summary>
public sealed partial class CoverageBound
{
    private const int Fineness = 32;

    /// <summary>Penalties above are not scaled more finely: what is soft must not become what is never.</summary>
    private const int MostPenalty = 1_000;

    /// <summary>Whether more steps would hardly change the mix, or never find one.</summary>
    internal bool HasSettled => _master is null || _master.IsSettled || (Steps > 0 && !double.IsFinite(Best));

    /// <summary>Whether there is one that is not the schedule near which it began.</summary>
    internal bool HasMix => CanMix && double.IsFinite(Best);

    /// <summary>Whether its rosters are somebody's: of each employee in rosters, of contracts in centres.</summary>
    internal bool CanMix => CanDive || _problem.Demand is IntervalDemand { StretchMinutes: 0 };

    /// <summary>Which rosters in parts of people cover best, by contract; empty: there is no such mix.</summary>
    internal IEnumerable<ContractMix> Mix => _master is null ? []
        : _classes.Select((members, one) => new ContractMix(members, _master.Columns[one]));

    /// <summary>Of the rows of the demand, at which the rosters of the mix are about the cheapest.</summary>
    internal double[] Prices => _prices[.._rows];

    internal void BeginNear(Schedule near)
    {
        if (_master is null)
        {
            BeginAt(MarginalsAt(_problem, near));
            return;
        }

        for (var one = 0; one < _classes.Length; one++)
        {
            foreach (var member in _classes[one])
            {
                _master.Offer(one, ColumnOf(one, near, member), 1);
            }
        }

        _master.Begin();
        _master.Prices.CopyTo(_prices, 0);
    }

    private double OwnOf(int one, int[] roster)
    {
        var shape = _shapes[_classes[one][0]];
        return RosterCost.Of(shape, Array.ConvertAll(roster, shape.LocalOf)) / (double)_scale;
    }

    private RosterColumn ColumnOf(int one, Schedule near, int member)
    {
        var roster = near.Of(member).ToArray();
        return _master!.ColumnOf(
            [.. from day in Enumerable.Range(0, _problem.Days)
                where roster[day] >= 0
                select (day, roster[day], near.ActivitiesOf(member, day).ToArray())],
            OwnOf(one, roster));
    }

    // Where somebody has no roster there is nothing to be mixed.
    private void GoOn(PriceMaster master)
    {
        if (double.IsFinite(_value))
        {
            master.Next(_value);
            master.Prices.CopyTo(_prices, 0);
        }
    }

    private static int FinenessOf(SchedulingProblem problem) =>
        problem.Employees.Any(one => one.Rules.Any(rule => rule.Penalty > MostPenalty)) ? 1 : Fineness;

    // So that no roster's prices add up to more than a whole number holds.
    private static int MostPrice(SchedulingProblem problem, Demand? demand)
    {
        var longest = problem.Options.Select(option => option.Length).DefaultIfEmpty(1).Max();
        var rows = demand is IntervalDemand inside ? Math.Max(1, longest / inside.IntervalMinutes) : 1;
        var most = Weights.Never / ((long)problem.Days * rows);
        return demand is null ? Weights.Most : (int)Math.Clamp(most, 1, Weights.Most);
    }

    private static AgentShape[] FineShapes(
        SchedulingProblem problem, int[][] classes, AgentShape[] shapes, int fine)
    {
        var (cache, all) = (new SuccessionCache(), shapes.ToArray());
        foreach (var members in classes)
        {
            all[members[0]] = ShapeBuilder.Of(cache, problem, members[0], new HashSet<int>(), fine);
        }

        return all;
    }

    // What shifts are worth depends on skills and pauses, not on the days off that tell the classes of a family apart.
    private void AddFamilyCosts(int one)
    {
        var (shape, family) = (_shapes[_classes[one][0]], _families!.Of[one]);
        if (_familyCosts[family] is not { } costs || _familyPass[family] != Steps)
        {
            costs = _familyCosts[family] ?? new int[shape.Costs.Length];
            (_familyCosts[family], _familyPass[family]) = (costs, Steps);
            Array.Clear(costs);
            AddMarginals(shape, _classes[one][0], costs);
        }

        for (var cell = 0; cell < costs.Length; cell++)
        {
            _costs[cell] = Math.Max(_costs[cell], costs[cell]) >= Weights.Never / 2 ? Weights.Never
                : _costs[cell] + costs[cell];
        }
    }

    // Where side counts have prices, a roster at these may still break a limit.
    private void OfferChosen(int one)
    {
        var (employee, shape) = (_classes[one][0], _shapes[_classes[one][0]]);
        var chosen = _program.Chosen.AsSpan(0, _problem.Days).ToArray();
        var own = RosterCost.Of(shape, chosen);
        if (shape.Sides.Count > 0 && own >= (long)Weights.Breach * _scale)
        {
            return;
        }

        var column = _master!.ColumnOf(
            [.. from day in Enumerable.Range(0, _problem.Days)
                where chosen[day] >= 0
                let option = shape.Options[chosen[day]]
                select (day, option, _coverage.ContentOf(new ShiftCell(employee, day, option, default)).ToArray())],
            own / (double)_scale);
        foreach (var other in _families!.Siblings(one))
        {
            if ((other == one || _families.MayWork(other, chosen)) && KeepsForced(other, column))
            {
                _master.Offer(other, column, 0);
            }
        }
    }
}
