namespace Muster.Scheduling.Bound;

/// <summary>A mix that can be made whole: nearer to what is needed, of fewer and fewer rosters.</summary>
internal sealed partial class PriceMaster
{
    // Prices that follow people quickly leave hardly any gap in the mix.
    private const double DiveSlope = 0.5;
    private const int DiveSweeps = 24;

    private readonly Dictionary<int, List<RosterColumn>> _out = [];

    /// <summary>What the mix costs.</summary>
    public double Cost => _curves.Select((curve, row) => curve.CostOf(_have[row])).Sum()
        + _columns.Sum(columns => columns.Sum(column => column.People * column.Own));

    /// <summary>From now on the mix is to cover, not only to tell prices.</summary>
    public void Tighten()
    {
        _leastSlope = DiveSlope * _firstSlope;
        (_slope, _mostSweeps) = (Math.Max(_slope, _leastSlope), DiveSweeps);
        BeginAnew();
    }

    /// <summary>Prices are what counts again, and all rosters may be worked.</summary>
    public void Loosen()
    {
        Return();
        (_leastSlope, _mostSweeps) = (LeastSlope * _firstSlope, MostSweeps);
        BeginAnew();
    }

    /// <summary>Some rosters are out; who worked them works the others.</summary>
    /// <param name="mayStay">True for one at least that is worked.</param>
    public void Restrict(int one, Predicate<RosterColumn> mayStay)
    {
        var worked = _columns[one].Where(column => column.People > 0 && !mayStay(column)).ToList();
        _columns[one].RemoveAll(column => !mayStay(column));
        worked.ForEach(column => column.People = 0);
        (_out.TryGetValue(one, out var before) ? before : _out[one] = []).AddRange(worked);
        var share = _people[one] / _columns[one].Sum(column => column.People);
        _columns[one].ForEach(column => column.People *= share);
    }

    /// <summary>Everybody works one roster; all others may be worked again.</summary>
    public void Become(IReadOnlyList<RosterColumn> rosters)
    {
        Return();
        for (var one = 0; one < _columns.Length; one++)
        {
            _columns[one].ForEach(column => column.People = 0);
            Offer(one, rosters[one], _people[one]);
        }
    }

    // What was worked last is likest to what will be.
    private void Return()
    {
        foreach (var (one, columns) in _out)
        {
            _columns[one].AddRange(columns.TakeLast(KeptColumns));
        }

        _out.Clear();
    }

    /// <summary>
    /// Counts the mix and begins at the best prices, whose value is another now: what was promised was for other
    /// rosters.
    /// </summary>
    public void BeginAnew()
    {
        Array.Clear(_have);
        Array.ForEach(_split, Array.Clear);
        for (var one = 0; one < _columns.Length; one++)
        {
            _columns[one].ForEach(column => Spread(one, column));
        }

        _centreValue = double.NegativeInfinity;
        _centre.CopyTo(_prices, 0);
    }
}
