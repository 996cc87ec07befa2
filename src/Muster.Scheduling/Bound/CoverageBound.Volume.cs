using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Bound;

/// <summary>The volume algorithm, for coverage in stretches of one group.</summary>
public sealed partial class CoverageBound
{
    private const int MostStale = 8;

    private double[] _startPrices = [];
    private double[] _starts = [];
    private double _share = 1;
    private double _fresh = 0.2;
    private int _stale;

    // The mean of what was worked and wanted tells the way; recent steps count more.
    private void Learn(bool isBetter)
    {
        double along = 0;
        var fresh = Steps <= Math.Max(1, _starts.Length) && isBetter ? 1 : _fresh;
        for (var row = 0; row < _prices.Length; row++)
        {
            double more = _worked[row] - _wanted[row];
            along += more * _direction[row];
            _direction[row] = (fresh * more) + ((1 - fresh) * _direction[row]);
        }

        if (isBetter)
        {
            (_share, _stale) = (along > 0 ? Math.Min(2, _share * 1.1) : _share, 0);
        }
        else if (++_stale % MostStale == 0)
        {
            (_share, _fresh) = (Math.Max(0.005, _share * 0.7), Math.Max(0.02, _fresh * 0.8));
        }
    }

    // The prices of a schedule say too much where it is short or long by chance: cut off, they often begin better.
    private void Begin(double most)
    {
        for (var row = 0; row < _rows; row++)
        {
            _prices[row] = Math.Clamp(Math.Clamp(_startPrices[row], -most, most), _lowest[row], _highest[row]);
        }
    }

    // A way out of the slopes leads nowhere: it counts neither for the length of a step nor for the step.
    private void Move()
    {
        double norm = 0;
        for (var row = 0; row < _prices.Length; row++)
        {
            var isStuck = _direction[row] < 0 ? _bestPrices[row] <= _lowest[row] : _bestPrices[row] >= _highest[row];
            norm += isStuck ? 0 : _direction[row] * _direction[row];
        }

        var step = norm <= 1e-12 ? 0 : _share * Math.Max(1, Math.Min(Upper, MostGap(Best)) - Best) / norm;
        for (var row = 0; row < _prices.Length; row++)
        {
            _prices[row] = Math.Clamp(_bestPrices[row] + (step * _direction[row]), _lowest[row], _highest[row]);
        }
    }

    // A row is worth no more than its dearest gap, and costs no more than its dearest excess: prices beyond only lower
    // the bound.
    private static (double[] Lowest, double[] Highest) SlopesOf(SchedulingProblem problem, int rows)
    {
        var (lowest, highest) = (new double[rows], new double[rows]);
        Array.Fill(lowest, double.NegativeInfinity);
        Array.Fill(highest, double.PositiveInfinity);
        foreach (var (row, need) in problem.Demand.Needs.Index())
        {
            lowest[row] = SlopeOf(need, 0);
            highest[row] = SlopeOf(need, Math.Max(0, problem.Employees.Count - 1));
        }

        return (lowest, highest);
    }

    private static double SlopeOf(Need need, int have) => need.CostOf(have + 1) - need.CostOf(have)
        + ((double)(need.ShortOf(have + 1) - need.ShortOf(have)) * Weights.Breach);

    // A first schedule may be far above: steps of that length would only be wild.
    private static double MostGap(double value) => value + Math.Max(1_000, Math.Abs(value));

    /// <param name="prices">In units of cost, by row: what one more there costs in a good schedule.</param>
    internal void BeginAt(double[] prices)
    {
        (_startPrices, _starts) = (prices, [double.MaxValue, 30, 8, 2, 1]);
        Begin(_starts[0]);
    }

    private static double[] MarginalsAt(SchedulingProblem problem, Schedule schedule)
    {
        var coverage = Coverage.Of(problem);
        for (var cell = 0; cell < schedule.Employees * schedule.Days; cell++)
        {
            var (employee, day) = (cell / schedule.Days, cell % schedule.Days);
            if (schedule[employee, day] is >= 0 and var option)
            {
                coverage.Add(new ShiftCell(employee, day, option, schedule.ActivitiesOf(employee, day)));
            }
        }

        return [.. Enumerable.Range(0, problem.Demand.Needs.Count)
            .Select(row => coverage.NextOn(row) / (double)Weights.Scale)];
    }
}
