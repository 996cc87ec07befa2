using Muster.Scheduling.Bound;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Search;

/// <summary>
/// What runs beside the lanes: the bound; where its rosters can be mixed, a second start from them; and where they can
/// be dived into, dives near the best for the rest of the time.
/// </summary>
public sealed partial class ScheduleSearch
{
    /// <summary>Moves of the lanes between two steps of what runs beside them.</summary>
    private const int Every = 100;

    /// <summary>In centres, where a step of the bound takes as long as more of them, until the mix is made.</summary>
    private const int EveryInside = 20;
    private const double WorkOfCell = 2_000; // of a bound's step, about

    /// <summary>Lanes of centres spend most of their time inside shifts, which is not counted as work.</summary>
    private const double WorkInside = 3;

    /// <summary>Of the heat: what goes on from a mix keeps below. A dive leaves less to be mended.</summary>
    private const double MixHeat = 0.3;
    private const double DiveHeat = 0.1;
    private const ulong DiveStream = 1 << 20;

    private readonly double _firstBound;
    private readonly int _every;
    private CoverageBound? _bound;
    private MixStart? _mix;
    private DiveSearch? _dives;
    private bool _hasMixed;
    private long _coolingEnds;
    private long _laneWork;

    /// <summary>Whether dives near the best go on; for tests.</summary>
    internal bool IsDiving => _dives is not null;

    private void Expect(long steps)
    {
        _coolingEnds = Steps + steps;
        _mix?.Expect(_coolingEnds / _every);
    }

    // At the same steps whoever asks for how many.
    private long StepsToLook()
    {
        var toCool = _interval - (Steps % _interval);
        return _hasMixed && _dives is null ? toCool : Math.Min(toCool, _every - (Steps % _every));
    }

    private IEnumerable<Action> BesideLanes(Action<IReadOnlyList<Action>>? atOnce)
    {
        var isTime = Steps % _every == 0;
        if (isTime && _mix is { IsOver: true })
        {
            TakeMix(_mix);
        }

        return _dives is not null ? isTime ? [DiveStep(_dives)] : []
            : _hasMixed ? BoundStep()
            : isTime ? [MixStep(atOnce)] : [];
    }

    private Action MixStep(Action<IReadOnlyList<Action>>? atOnce)
    {
        var (mix, upper) = (_mix ??= NewMix(), BestLane.BestCost);
        return () => mix.Step(upper, atOnce);
    }

    private MixStart NewMix()
    {
        BeginBound();
        var lane = new Lane(_problem with { Start = null }, _shapes, _options, _lanes.Length)
        {
            Temperature = _cooling.Coldest,
        };
        var mix = new MixStart(_bound!, lane,
            _bound!.CanDive ? null : new PeopleMix(_problem, _shapes.Shapes, Best, _lanes.Length));
        mix.Expect(_coolingEnds / _every);
        return mix;
    }

    private void TakeMix(MixStart mix)
    {
        if (mix.Better is { } better)
        {
            AdoptBetter(better, _bound!.CanDive ? DiveHeat : MixHeat);
        }

        StopMixing();
        if (_bound!.CanDive && _bound.HasMix)
        {
            var chance = new RandomSource(_options.Seed, DiveStream);
            (_dives, _laneWork) = (new DiveSearch(_bound, mix.Lane, chance), _lanes[0].Work);
        }
    }

    // Contracts have changed under what was mixed, or it is over.
    private void StopMixing() => (_mix, _dives, _hasMixed) = (null, null, true);

    // As much work as all lanes together.
    private Action DiveStep(DiveSearch dives)
    {
        AdoptBetter(dives.Lane, DiveHeat);
        dives.LookAt(BestLane);
        var work = _lanes.Length * (_lanes[0].Work - _laneWork);
        _laneWork = _lanes[0].Work;
        return () => dives.Run(work);
    }

    // It replaces what the lanes have found meanwhile only where it is better.
    private void AdoptBetter(Lane other, double heat)
    {
        if (other.BestCost < BestLane.BestCost)
        {
            Array.ForEach(_lanes, lane => lane.Adopt(other));
            _cooling.KeepCold(heat);
            Heat();
        }
    }

    private void BeginBound()
    {
        _bound = new CoverageBound(_problem, _shapes.Shapes, BestCost);
        _bound.BeginNear(BestLane.BestView);
    }

    // Now and then: it tells the lanes nothing. Prices begin where the search is.
    private IEnumerable<Action> BoundStep()
    {
        var share = _options.BoundShare * _lanes[0].Work * (_problem.Demand is IntervalDemand ? WorkInside : 1);
        if (share <= _firstBound || (_bound is { } known && known.Work > share))
        {
            return [];
        }

        if (_bound is null)
        {
            BeginBound();
        }

        _bound!.Upper = BestCost;
        return [_bound.Step];
    }
}
