using Muster.Scheduling.Bound;

namespace Muster.Scheduling.Search;

/// <summary>
/// A second start for contact centres: the mix of rosters by which the bound covers best, made whole people and
/// improved until it is better than what the lanes have found meanwhile, beside which it runs; or given up.
/// </summary>
/// <param name="bound">It has begun near a schedule.</param>
/// <param name="lane">One in which nobody works yet, cold.</param>
internal sealed class MixStart(CoverageBound bound, Lane lane)
{
    /// <summary>Of the lanes: between two steps of this.</summary>
    public const int Every = 100;

    /// <summary>Of the steps of the cooling; those that the mix is improved for come on top, as many at most.</summary>
    private const double Share = 0.1;
    private const int PeopleAtOnce = 50;
    private const int MovesAtOnce = 200;

    private IEnumerator<int>? _placing;
    private long _steps;
    private long _most;
    private long _improved;
    private bool _isPlaced;
    private bool _isGivenUp;

    /// <summary>Better than the lanes; null: not yet, or never.</summary>
    public Lane? Better { get; private set; }

    public bool IsOver => Better is not null || _isGivenUp || _improved > _most;

    /// <summary>The lanes' cooling ends after so many steps.</summary>
    public void Within(long steps) => _most = _steps + (long)(Share * steps / Every);

    /// <summary>One of the bound, or some people placed, or some moves.</summary>
    /// <param name="upper">What the lanes' best costs.</param>
    public void Step(long upper)
    {
        if (_isPlaced)
        {
            lane.Run(MovesAtOnce);
            _improved++;
            Better = lane.BestCost < upper ? lane : null;
        }
        else if (_placing is not null)
        {
            Place();
        }
        else
        {
            bound.Step();
            if (++_steps >= _most || bound.HasSettled)
            {
                _isGivenUp = !bound.HasMix;
                _placing = new MixRounding(lane, [.. bound.Mix]).PlaceAll().GetEnumerator();
            }
        }
    }

    private void Place()
    {
        for (var people = 0; people < PeopleAtOnce && !_isPlaced; people++)
        {
            _isPlaced = !_placing!.MoveNext();
        }
    }
}
