using Muster.Scheduling.Bound;

namespace Muster.Scheduling.Search;

/// <summary>
/// Dives near the best schedule, one after the other: about half of the employees are free each time, and the longer
/// nothing better is found, the more slowly the next decides. Between two a short walk finds another that is as good.
/// </summary>
internal sealed class DiveSearch
{
    private const double LeastFree = 0.4;
    private const double MostFree = 0.9;
    private const double FirstPasses = 300;
    private const double MostPasses = 4_000;
    private const double Slower = 1.03;
    private const int PassesAtOnce = 20;
    private const int WalkSteps = 1_000;
    private const int WalkAtOnce = 100;
    private const double WalkHeat = 1; // units of cost

    private readonly CoverageBound _bound;
    private readonly MixDive _dive;
    private readonly RandomSource _chance;
    private readonly IEnumerator<int> _search;
    private double _passes = FirstPasses;
    private bool _isBetween = true;

    /// <param name="bound">Its prices have been found.</param>
    /// <param name="lane">Whose best the dives are near.</param>
    public DiveSearch(CoverageBound bound, Lane lane, RandomSource chance)
    {
        (_bound, Lane, _chance) = (bound, lane, chance);
        _dive = new MixDive(lane, bound);
        lane.Adopt(lane);
        _search = Dives().GetEnumerator();
    }

    public Lane Lane { get; }

    /// <summary>The next dive is near the best of another lane, where that is better.</summary>
    public void LookAt(Lane best)
    {
        if (_isBetween && best.BestCost < Lane.BestCost)
        {
            Lane.Adopt(best);
        }

        _isBetween = false;
    }

    /// <summary>Goes on until so much work is done, or a dive ends.</summary>
    public void Run(long work)
    {
        var most = _bound.Work + work;
        for (var pass = 0; pass < PassesAtOnce && _bound.Work < most && !_isBetween; pass++)
        {
            _search.MoveNext();
        }
    }

    private IEnumerable<int> Dives()
    {
        while (true)
        {
            var best = Lane.BestCost;
            foreach (var pass in _dive.PlaceAgain(Free(), (long)_passes))
            {
                yield return pass;
            }

            _passes = Lane.BestCost < best ? FirstPasses : Math.Min(MostPasses, _passes * Slower);
            for (var step = 0; step < WalkSteps; step += WalkAtOnce)
            {
                Lane.RunAside(WalkAtOnce, WalkHeat);
                yield return step;
            }

            Lane.Adopt(Lane);
            _isBetween = true;
            yield return 0;
        }
    }

    private HashSet<int> Free()
    {
        var employees = Lane.BestView.Employees;
        var share = LeastFree + ((MostFree - LeastFree) * _chance.NextUnit());
        var free = new HashSet<int>();
        while (free.Count < Math.Ceiling(share * employees))
        {
            free.Add(_chance.Next(employees));
        }

        return free;
    }
}
