using Muster.Scheduling.Search;

namespace Muster.Bench.Scheduling;

/// <summary>Makes the search's one cooling end with the time, whatever the machine's pace.</summary>
internal sealed class CoolingPace(ScheduleSearch search, double seconds)
{
    private const double Share = 0.05; // of the time, between two looks at the pace

    private const double First = 0.3; // seconds

    private double _at = Math.Min(First, Share * seconds);
    private double _lookedAt;
    private long _steps;
    private bool _isCooling;

    /// <param name="used">Seconds so far.</param>
    public void Look(double used)
    {
        if (!search.IsBuilt || used < _at)
        {
            return;
        }

        var left = (long)((search.Steps - _steps) / (used - _lookedAt) * (seconds - used));
        if (_isCooling)
        {
            search.EndWithin(left);
        }
        else
        {
            search.CoolWithin(left);
        }

        (_isCooling, _steps, _lookedAt, _at) = (true, search.Steps, used, used + Math.Min(used, Share * seconds));
    }
}
