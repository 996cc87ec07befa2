namespace Muster.Scheduling.Bound;

/// <summary>Each of the people alone: a mix for all days that is to be made whole.</summary>
internal sealed partial class PriceMaster
{
    private const double SlopeOfPeople = 2;
    private const int Balances = 20;
    private const int SweepsOfPeople = 12;
    private const int LeastSweepsOfPeople = 6;

    private readonly List<int> _swept;

    /// <summary>The value of the prices, if all that is cheapest at them has been offered.</summary>
    public double KnownValue => ModelValue();

    /// <summary>Everybody works some rosters in parts, which are to cover.</summary>
    /// <param name="prices">At which these are about the cheapest.</param>
    public void Begin(IReadOnlyList<IReadOnlyList<(RosterColumn Column, double People)>> rosters, double[] prices)
    {
        for (var one = 0; one < rosters.Count; one++)
        {
            foreach (var (column, people) in rosters[one])
            {
                Offer(one, column, people);
            }
        }

        _swept.Sort((one, other) => (_setOf[one], one).CompareTo((_setOf[other], other)));
        (_slope, _hasBegun) = (SlopeOfPeople * _firstSlope, true);
        (_leastSweeps, _mostSweeps, _kept) = (LeastSweepsOfPeople, SweepsOfPeople, KeptOfPeople);
        prices.CopyTo(_centre, 0);
        BeginAnew();
        for (var time = 0; time < Balances; time++)
        {
            PriceAll();
            Balance();
        }

        _centre.CopyTo(_prices, 0);
    }

    /// <summary>Rosters that may not stay are out; who worked them works the others.</summary>
    /// <param name="mayStay">True for one at least that is worked.</param>
    public void Keep(int one, Predicate<RosterColumn> mayStay)
    {
        var left = _columns[one].Where(column => mayStay(column)).Sum(column => column.People);
        foreach (var column in _columns[one].Where(column => column.People > 0))
        {
            var people = mayStay(column) ? column.People * _people[one] / left : 0;
            Change(one, column, people - column.People);
            column.People = people;
        }

        _columns[one].RemoveAll(column => !mayStay(column));
        _centreValue = double.NegativeInfinity;
    }

    /// <summary>Whose roster is decided does not change any more.</summary>
    public void Settle(Predicate<int> isDecided) => _swept.RemoveAll(isDecided);

    // Each group gets as much of it as it has of the others there.
    private void Change(int one, RosterColumn column, double people)
    {
        var split = _split[_setOf[one]];
        foreach (var (from, to) in column.Stretches)
        {
            for (var interval = from; interval < to; interval++)
            {
                Change(one, split, interval, people);
            }
        }
    }

    private void Change(int one, double[] split, int interval, double people)
    {
        var (first, all) = (interval * _grid.Groups, 0.0);
        for (var row = first; row < first + _grid.Groups; row++)
        {
            all += split[row];
        }

        if (all <= Tiny)
        {
            Change(split, CheapestRow(_sets[_setOf[one]], interval), people);
            return;
        }

        for (var row = first; row < first + _grid.Groups; row++)
        {
            Change(split, row, people * split[row] / all);
        }
    }

    private void Change(double[] split, int row, double people)
    {
        var changed = Math.Max(-split[row], people);
        split[row] += changed;
        _have[row] += changed;
    }
}
