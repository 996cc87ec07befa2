using Muster.Scheduling.Bound;
using Muster.Scheduling.Kernel;

namespace Muster.Scheduling.Search;

/// <summary>Places rosters of the bound's mix, in a lane of its own that begins with nobody at work.</summary>
internal sealed partial class Lane
{
    private int[] _tried = [];

    public bool MayWork(int employee, RosterColumn column) => OwnWith(employee, column) < BreachCost;

    public void Place(int employee, RosterColumn column)
    {
        foreach (var (day, option, content) in column.Shifts)
        {
            Put(employee, day, _shapes[employee].LocalOf(option), content);
        }

        Recount(employee);
    }

    /// <summary>Gives somebody the best roster as all others are.</summary>
    public void PlaceBest(int employee)
    {
        _temperature = 0;
        BuildBlocks(employee);
    }

    /// <summary>Gives some people other rosters if all is better then than its best, from which it goes on.</summary>
    public void Exchange(IReadOnlyList<(int Employee, RosterColumn Column)> rosters)
    {
        foreach (var (employee, column) in rosters)
        {
            for (var day = 0; day < _problem.Days; day++)
            {
                Take(employee, day);
                _rosters[employee][day] = -1;
            }

            Place(employee, column);
            MarkChanged(employee);
        }

        if (Cost < BestCost)
        {
            KeepBest();
        }
        else
        {
            Adopt(this);
        }
    }

    /// <summary>Everybody is placed: that is the best it knows.</summary>
    public void EndPlacing()
    {
        Recount();
        for (var employee = 0; employee < _shapes.Length; employee++)
        {
            _best.CopyFrom(_current, employee);
        }

        _built = _shapes.Length;
        BestCost = Cost;
    }

    private long OwnWith(int employee, RosterColumn column)
    {
        var shape = _shapes[employee];
        Array.Resize(ref _tried, _problem.Days);
        Array.Fill(_tried, -1);
        foreach (var (day, option, _) in column.Shifts)
        {
            _tried[day] = shape.LocalOf(option);
            if (_tried[day] < 0)
            {
                return BreachCost;
            }
        }

        return RosterCost.Of(shape, _tried);
    }
}
