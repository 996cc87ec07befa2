namespace Muster.Scheduling.Bound;

/// <summary>People who have their roster for good, while the mix of the others follows.</summary>
internal sealed partial class PriceMaster
{
    private readonly List<(int One, RosterColumn Column)> _fixed = [];

    /// <summary>How many of a class have no roster for good yet.</summary>
    public int PeopleOf(int one) => _people[one];

    /// <summary>From now on the mix is to cover; what it covers stays.</summary>
    public void BeginFixing()
    {
        _leastSlope = DiveSlope * _firstSlope;
        (_slope, _mostSweeps) = (Math.Max(_slope, _leastSlope), DiveSweeps);
    }

    /// <summary>Some people of a class work these rosters for good; the others share what is left.</summary>
    /// <param name="open">Who is left of the class.</param>
    public void Fix(int one, IReadOnlyList<RosterColumn> rosters, IReadOnlyCollection<int> open)
    {
        foreach (var column in rosters)
        {
            var more = Math.Max(0, 1 - column.People);
            Change(one, column, more);
            column.People = Math.Max(0, column.People - 1);
            _fixed.Add((one, column));
        }

        _people[one] -= rosters.Count;
        var left = _columns[one].Sum(column => column.People);
        foreach (var column in _columns[one].Where(column => column.People > 0))
        {
            var people = column.People * _people[one] / left;
            Change(one, column, people - column.People);
            column.People = people;
        }

        SetCaps(one, open);
        _centreValue = double.NegativeInfinity;
    }

    /// <summary>All may change again.</summary>
    /// <param name="classes">All their members.</param>
    public void Release(int[][] classes)
    {
        foreach (var (one, column) in _fixed)
        {
            Offer(one, column, 1);
            _people[one]++;
        }

        _fixed.Clear();
        for (var one = 0; one < classes.Length; one++)
        {
            SetCaps(one, classes[one]);
        }

        (_leastSlope, _mostSweeps) = (LeastSlope * _firstSlope, MostSweeps);
        BeginAnew();
    }

    // Each group gets as much of it as it has of the others there.
    private void Change(int one, RosterColumn column, double people)
    {
        var split = _split[_setOf[one]];
        foreach (var (from, to) in column.Stretches)
        {
            for (var interval = from; interval < to; interval++)
            {
                var all = 0.0;
                var first = interval * _grid.Groups;
                for (var row = first; row < first + _grid.Groups; row++)
                {
                    all += split[row];
                }

                if (all <= Tiny)
                {
                    Change(split, CheapestRow(_sets[_setOf[one]], interval), people);
                    continue;
                }

                for (var row = first; row < first + _grid.Groups; row++)
                {
                    Change(split, row, people * split[row] / all);
                }
            }
        }
    }

    private void Change(double[] split, int row, double people)
    {
        var changed = Math.Max(-split[row], people);
        split[row] += changed;
        _have[row] += changed;
    }
}
