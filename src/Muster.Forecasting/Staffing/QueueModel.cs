using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Muster.Forecasting.Staffing;

/// <summary>
/// A queue in steady state, in units of its mean handle time: Erlang C without an end to patience, else Erlang A.
/// A value with a memory of the last blocking, for one caller.
/// </summary>
internal struct QueueModel : IGoalGap
{
    /// <summary>A series this long is still faster than quadrature.</summary>
    private const double LongestSeries = 4000;

    /// <summary>Terms of the series grow to exp of the load over the rate at most, and must not overflow.</summary>
    private const double GreatestTerm = 600;

    private const int FarAway = 40;

    private readonly double _load;
    private readonly double _rate;
    private readonly double _threshold;
    private readonly double _decay;
    private readonly double _lateExponent;
    private readonly int _atOnce;
    private readonly GoalLimits _limits;

    private int _knownServers = -1;
    private double _knownInverse;

    /// <param name="load">In erlang, over 0.</param>
    /// <param name="limits">None for figures only: they always include delays.</param>
    public QueueModel(in Workload work, double load, double thresholdSeconds, GoalLimits? limits)
    {
        _load = load;
        _rate = work.PatienceSeconds is { } patience ? work.HandleSeconds / patience : 0;
        _threshold = thresholdSeconds / work.HandleSeconds;
        _atOnce = work.AtOnce;
        _limits = limits ?? default;
        HasDelay = limits?.HasDelay ?? true;
        var lost = _rate > 0 ? Exponentials.Lost(_rate * _threshold) : 0;
        _decay = 1 - lost;
        _lateExponent = _rate > 0 ? (load * lost / _rate) - (_rate * _threshold) : 0;
    }

    private readonly bool HasDelay { get; }

    public void Pair(int agents, out double below, out double at)
    {
        var (fewer, servers) = ((agents - 1) * _atOnce, agents * _atOnce);
        if (_rate > 0 && !HasDelay && fewer > 0 && IsShort(fewer))
        {
            PairOfSeries(fewer, servers, out below, out at);
            return;
        }

        below = fewer > 0 ? _limits.Gap(At(agents - 1), _load / fewer) : GoalLimits.Widest;
        at = _limits.Gap(At(agents), _load / servers);
    }

    public QueueShares At(int agents)
    {
        var servers = agents * _atOnce;
        if (_rate == 0)
        {
            return Patient(servers);
        }

        if (servers == 0)
        {
            return new(1, 1, 0, _decay, 0);
        }

        var integrals = IsShort(servers)
            ? SeriesOf(servers)
            : WaitQuadrature.Of(servers, _load, _rate, _threshold);
        return integrals.Shares(Inverse(servers - 1), _load);
    }

    /// <summary>Erlang C.</summary>
    private QueueShares Patient(int servers)
    {
        if (servers <= _load)
        {
            return new(1, 0, 1, 0, double.PositiveInfinity);
        }

        var (busy, free) = (_load / servers, servers - _load);
        var waiting = 1 / (busy + (free / servers * Inverse(servers)));
        return new(waiting, 0, waiting * Math.Exp(-free * _threshold), 0, waiting / free);
    }

    private WaitIntegrals SeriesOf(int servers)
    {
        var first = Vector256.Create(servers + _rate);
        var load = Vector256.Create(_load, _load * _decay, _load, _load);
        var sum = WaitSeries.Sum(first, load, _rate, out var weighted);
        var delay = HasDelay ? WaitSeries.Delay(servers + _rate, _load, _rate) : 0;
        return Integrals(servers, (sum[0], sum[1]), (weighted[0], weighted[1]), delay);
    }

    private void PairOfSeries(int fewer, int servers, out double below, out double at)
    {
        var (low, high) = (fewer + _rate, servers + _rate);
        var late = _load * _decay;
        var sum = WaitSeries.Sum(
            Vector256.Create(low, low, high, high),
            Vector256.Create(_load, late, _load, late),
            _rate,
            out var weighted);
        var less = Integrals(fewer, (sum[0], sum[1]), (weighted[0], weighted[1]), 0);
        var more = Integrals(servers, (sum[2], sum[3]), (weighted[2], weighted[3]), 0);
        below = _limits.Gap(less.Shares(Inverse(fewer - 1), _load), _load / fewer);
        at = _limits.Gap(more.Shares(Inverse(servers - 1), _load), _load / servers);
    }

    /// <param name="sum">With the whole load, and with the load that is left at the threshold.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly WaitIntegrals Integrals(
        int servers, (double All, double Late) sum, (double All, double Late) weighted, double delay)
    {
        var left = _rate / servers;
        var late = Math.Exp(_lateExponent - (servers * _threshold));
        return new(0, sum.All, left * weighted.All, late * sum.Late, late * left * weighted.Late, delay);
    }

    private readonly bool IsShort(int servers)
    {
        var greatest = _load / _rate;
        return greatest <= GreatestTerm
            || _load < 0.9 * servers
            || (_load <= servers && greatest <= LongestSeries);
    }

    /// <summary>One over the blocking; from the last one on, when that was of a few servers fewer.</summary>
    private double Inverse(int servers)
    {
        if (_knownServers < 0 || servers < _knownServers || servers > _knownServers + FarAway)
        {
            _knownInverse = ErlangB.Inverse(servers, _load);
        }
        else
        {
            for (var k = _knownServers + 1; k <= servers; k++)
            {
                _knownInverse = 1 + (k / _load * _knownInverse);
            }
        }

        _knownServers = servers;
        return _knownInverse;
    }
}
