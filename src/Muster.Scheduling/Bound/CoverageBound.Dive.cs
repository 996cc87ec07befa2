using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Bound;

/// <summary>Days that are decided one after the other, while prices follow what is left.</summary>
public sealed partial class CoverageBound
{
    private const int Undecided = -2;
    private const double Part = 1e-6; // of a person
    private const int MostBonus = 1 << 20;

    private readonly int[]?[] _forced;

    /// <summary>Whether all rosters of the mix are somebody's who may work them: only these can be decided.</summary>
    internal bool CanDive => _problem.Demand is ShiftDemand;

    /// <summary>How much dearer the mix is than the bound, as a share of it.</summary>
    internal double Apart => (_master!.Cost - Value) / Math.Max(1, Math.Abs(Value));

    internal bool IsDecided(int one) => _forced[one] is { } days && !days.Contains(Undecided);

    internal bool IsDecided(int one, int day) => _forced[one] is { } days && days[day] != Undecided;

    /// <summary>From now on the mix is to cover, not only to tell prices.</summary>
    internal void BeginDive() => BeginAnew(master => master.Tighten());

    /// <summary>The mix goes on with what was decided since the last time.</summary>
    internal void GoOnDiving() => BeginAnew(master => master.BeginAnew());

    /// <summary>Begins a dive near a schedule: all is decided as there but for some.</summary>
    internal void BeginDive(Schedule near, IReadOnlySet<int> free)
    {
        Array.Clear(_forced);
        _next = 0;
        var rosters = _classes.Select((members, one) => ColumnOf(one, near, members[0])).ToList();
        _master!.Become(rosters);
        for (var one = 0; one < _classes.Length; one++)
        {
            if (!free.Contains(one))
            {
                _forced[one] = [.. Enumerable.Range(0, _problem.Days).Select(rosters[one].OptionOn)];
                _master.Restrict(one, rosters[one].IsLike);
            }
        }

        BeginDive();
    }

    /// <summary>Of the last prices that all have answered: no schedule that keeps what is decided costs less.</summary>
    internal double Value { get; private set; }

    /// <summary>Nothing is decided any more.</summary>
    internal void EndDive()
    {
        Array.Clear(_forced);
        BeginAnew(master => master.Loosen());
    }

    /// <summary>
    /// Somebody works an option on a day, or is off; rosters with anything else leave the mix. Stays undecided where no
    /// roster that is worked would be left.
    /// </summary>
    internal void Decide(int one, int day, int option)
    {
        var columns = _master!.Columns[one];
        if (!columns.Any(column => column.People > Part && column.OptionOn(day) == option))
        {
            return;
        }

        if (_forced[one] is not { } days)
        {
            Array.Fill(days = _forced[one] = new int[_problem.Days], Undecided);
        }

        days[day] = option;
        _master.Restrict(one, column => column.OptionOn(day) == option);
    }

    private void BeginAnew(Action<PriceMaster> how)
    {
        how(_master!);
        _master!.Prices.CopyTo(_prices, 0);
    }

    private bool KeepsForced(int one, RosterColumn column) => _forced[one] is not { } days
        || !days.Index().Any(day => day.Item != Undecided && day.Item != column.OptionOn(day.Index));

    // Who has a roster needs no programme.
    private RosterColumn? WholeOf(int one) => IsDecided(one)
        ? _master!.Columns[one].MaxBy(column => column.People) : null;

    private double CostOf(RosterColumn column)
    {
        var cost = column.Own;
        foreach (var shift in column.Shifts)
        {
            cost += _rounded[(shift.Day * _problem.Options.Count) + shift.Option] / (double)_scale;
        }

        return cost;
    }

    // What is decided gets a bonus that nothing else outweighs; returns all of them, which the roster's value has not.
    private long ForceDays(int one)
    {
        var (shape, sum) = (_shapes[_classes[one][0]], 0L);
        var bonus = Math.Min(MostBonus, Weights.Never / 2 / _problem.Days);
        for (var cell = 0; _forced[one] is { } days && cell < shape.Costs.Length; cell++)
        {
            var (day, option) = (cell / shape.Options.Length, shape.Options[cell % shape.Options.Length]);
            var isChosen = days[day] == option;
            sum += isChosen ? bonus : 0;
            _costs[cell] = days[day] == Undecided ? _costs[cell] : isChosen ? _costs[cell] - bonus : Weights.Never;
        }

        return sum;
    }
}
