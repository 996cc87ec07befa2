using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Search;

/// <summary>The temperature by parts of a cooling: coolings one after the other, each twice as long.</summary>
/// <param name="hot">Where each begins that has time for it, in units of cost.</param>
/// <param name="partsForAll">How many parts change every cell of the schedule about once.</param>
internal sealed class Cooling(double hot, double partsForAll)
{
    private const double ColdShare = 0.05;
    private const double Sweeps = 100;

    /// <summary>How many temperatures the first cooling has.</summary>
    public const int Parts = 100;

    private long _length = Parts;
    private double _share = 1;
    private double _most = 1;
    private double _done;
    private double _each = 1.0 / Parts;

    /// <summary>In units of cost.</summary>
    public double Temperature => hot * _share * Math.Pow(ColdShare / _share, Math.Min(1, _done));

    /// <summary>Where each ends, in units of cost.</summary>
    public double Coldest => hot * ColdShare;

    /// <summary>
    /// Where a cooling begins well. A shift more or less changes one row of a roster, but many intervals of a centre a
    /// little, one way and the other.
    /// </summary>
    public static double HotOf(Demand demand)
    {
        var few = demand.Needs.Where(need => need.Least > 0)
            .Select(need => need.CostOf(need.Least - 1) - need.CostOf(need.Least)).DefaultIfEmpty(0).Average();
        var many = demand.Needs.Select(need => need.CostOf(need.Most + 1) - need.CostOf(need.Most))
            .DefaultIfEmpty(0).Average();
        return Math.Max(1, demand is IntervalDemand ? Math.Max(few, 3 * many) : Math.Max(few / 5, many));
    }

    /// <summary>
    /// Begins a cooling of so many parts. The fewer times they come to every cell, the colder it begins: there is no
    /// time to mend what heat spoils.
    /// </summary>
    public void Restart(long parts)
    {
        (_done, _each, _length) = (0, 1.0 / parts, parts);
        _share = Math.Clamp(Math.Sqrt(parts / (Sweeps * partsForAll)), 2 * ColdShare, _most);
    }

    /// <summary>More heat would only spoil what is so good already, in this cooling and each after it.</summary>
    /// <param name="share">Of the heat, at most.</param>
    public void KeepCold(double share)
    {
        _most = share;
        _share = Math.Min(_share, _most);
    }

    /// <summary>What is left of the cooling takes so many parts.</summary>
    public void EndWithin(long parts) => _each = (1 - _done) / parts;

    /// <returns>True: a cooling has ended, and the next begins.</returns>
    public bool Next()
    {
        _done += _each;
        if (_done < 1)
        {
            return false;
        }

        Restart(_length * 2);
        return true;
    }
}
