namespace Muster.Scheduling.Search;

/// <summary>
/// Which kinds of moves pay: how many employees, and how many days about. A kind is chosen more often the more its
/// accepted moves change the cost for the work they take. Counts work in steps of the programmes, never in time.
/// </summary>
internal sealed class MoveMix
{
    private const int MovesPerUpdate = 500;
    private const double Kept = 0.8;
    private const double LeastShare = 0.25;

    private readonly int _mostCells;
    private readonly int _lengths;
    private readonly int _mostDays;
    private readonly double[] _gained;
    private readonly double[] _work;
    private readonly double[] _weights;
    private double _sum;
    private int _moves;

    /// <param name="mostCells">How many days of all employees together where there are several.</param>
    public MoveMix(int mostEmployees, int mostDays, int mostCells)
    {
        (_mostDays, _mostCells) = (mostDays, mostCells);
        _lengths = 1;
        while (LongestOf(_lengths - 1) < mostDays)
        {
            _lengths++;
        }

        var kinds = Math.Max(1, mostEmployees) * _lengths;
        (_gained, _work, _weights) = (new double[kinds], new double[kinds], new double[kinds]);
        for (var kind = 0; kind < kinds; kind++)
        {
            _weights[kind] = IsOpen(kind) ? 1 : 0;
        }

        _sum = _weights.Sum();
    }

    public int Choose(RandomSource chance)
    {
        var rest = chance.NextUnit() * _sum;
        var kind = 0;
        while (kind < _weights.Length - 1 && rest >= _weights[kind])
        {
            rest -= _weights[kind++];
        }

        return kind;
    }

    public int EmployeesOf(int kind) => 1 + (kind / _lengths);

    public int DaysOf(int kind, RandomSource chance)
    {
        var length = kind % _lengths;
        var longest = Math.Min(_mostDays, LongestOf(length));
        var shortest = length == 0 ? 1 : LongestOf(length - 1) + 1;
        return shortest + chance.Next(longest - shortest + 1);
    }

    /// <param name="change">Of the cost where the move was accepted; else 0.</param>
    public void Learn(int kind, long change, long work)
    {
        _gained[kind] += Math.Abs(change);
        _work[kind] += work;
        if (++_moves >= MovesPerUpdate)
        {
            Update();
        }
    }

    private void Update()
    {
        _moves = 0;
        var (gained, work) = (_gained.Sum(), _work.Sum());
        if (gained <= 0)
        {
            return;
        }

        // A kind's share of the work follows what it changes for its work; none dies out.
        _sum = 0;
        for (var kind = 0; kind < _weights.Length; kind++)
        {
            var rate = _work[kind] > 0 ? _gained[kind] / _work[kind] * (work / gained) : 1;
            _weights[kind] = IsOpen(kind) ? ((1 - LeastShare) * Math.Min(rate, 20)) + LeastShare : 0;
            _sum += _weights[kind];
            _gained[kind] *= Kept;
            _work[kind] *= Kept;
        }
    }

    private bool IsOpen(int kind) => kind < _lengths || EmployeesOf(kind) * LongestOf(kind % _lengths) <= _mostCells;

    // 1, 3, 7, 14, 28, 56 ...
    private static int LongestOf(int length) => length < 3 ? (2 << length) - 1 : 7 << (length - 2);
}
