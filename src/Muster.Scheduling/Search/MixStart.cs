using System.Collections;
using Muster.Scheduling.Bound;

namespace Muster.Scheduling.Search;

/// <summary>
/// A second start: the mix of rosters by which the bound covers best, made whole people and improved until it is
/// better than what the lanes have found meanwhile, beside which it runs; or given up.
/// </summary>
/// <param name="bound">It has begun near a schedule.</param>
/// <param name="lane">One in which nobody works yet, cold.</param>
/// <param name="people">Where the bound's mix is of contracts; null: it is of single people.</param>
internal sealed class MixStart(CoverageBound bound, Lane lane, PeopleMix? people)
{

    /// <summary>Of the steps of the cooling; those that the mix is improved for come on top, as many at most.</summary>
    private const double Share = 0.25;

    /// <summary>Of the same steps, where people are made whole shift by shift.</summary>
    private const double DiveShare = 0.35;
    private const int MovesAtOnce = 200;

    private IEnumerator? _placing;
    private long _steps;
    private long _most;
    private long _passes;
    private long _improved;
    private bool _isPlaced;
    private bool _isGivenUp = !bound.CanMix;

    public Lane Lane => lane;

    /// <summary>Better than the lanes; null: not yet, or never.</summary>
    public Lane? Better { get; private set; }

    public bool IsOver => Better is not null || _isGivenUp || _improved > _most;

    /// <summary>It may take so many steps: those of the lanes' cooling, as this has one for some of theirs.</summary>
    public void Expect(long steps) => (_most, _passes) = ((long)(Share * steps), (long)(DiveShare * steps));

    /// <summary>One of the bound, or some people placed, or some moves.</summary>
    /// <param name="upper">What the lanes' best costs.</param>
    /// <param name="atOnce">Runs actions beside each other; null: one by one.</param>
    public void Step(long upper, Action<IReadOnlyList<Action>>? atOnce)
    {
        if (_isPlaced)
        {
            lane.Run(MovesAtOnce);
            _improved++;
            Better = lane.BestCost < upper ? lane : null;
        }
        else if (_placing is not null)
        {
            people?.AtOnce = atOnce;
            _isPlaced = !_placing.MoveNext();
        }
        else
        {
            bound.Step();
            if (++_steps >= _most || bound.HasSettled)
            {
                _isGivenUp = !bound.HasMix;
                _placing = Placing().GetEnumerator();
            }
        }
    }

    private IEnumerable Placing() => people is null ? new MixDive(lane, bound).PlaceAll(() => _passes)
        : new PeopleDive(lane, bound, people).PlaceAll(() => _passes);
}
