using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Server.Scheduling;

/// <summary>
/// Runs the engine, which knows no clock, for a given time, and tells how far it is. Told with <see cref="News"/> from
/// another thread.
/// </summary>
internal sealed class BuildSearch(
    SchedulingProblem problem, long seed, TimeSpan spent, TimeSpan budget, TimeProvider time)
{
    private const int StepsAtOnce = 8;

    // Each twentieth of the time tells how fast the steps are: they are one slow cooling that ends with it.
    private const int PaceShare = 20;

    // Soon after the beginning the search should know about how long it will be.
    private static readonly TimeSpan FirstPace = TimeSpan.FromMilliseconds(300);

    // Costs are whole, the bound is not quite exact.
    private const double Rounding = 1e-6;

    // What telling takes is kept below a twentieth of the time.
    private const int TellingShare = 20;

    private static readonly TimeSpan TellEvery = TimeSpan.FromMilliseconds(500);

    private volatile SearchNews? _news;
    private volatile bool _isEnough;
    private bool _isCooling;

    /// <summary>The latest; null: not everybody has been scheduled once.</summary>
    public SearchNews? News => _news;

    /// <summary>It ends as if the time were up.</summary>
    public void End() => _isEnough = true;

    /// <summary>
    /// Searches until the time is up; keeps a thread busy. Everybody is scheduled once, however little time there is.
    /// </summary>
    /// <param name="token">Cancelled, it ends at once, with whatever there is.</param>
    public void Run(CancellationToken token)
    {
        var began = time.GetTimestamp();
        var search = new ScheduleSearch(problem, new SearchOptions { Seed = (ulong)seed });
        var tellAt = TimeSpan.Zero;
        var (paceAt, pace) = (Shorter(FirstPace, budget / PaceShare), (Steps: 0L, At: TimeSpan.Zero));
        while (true)
        {
            search.Run(StepsAtOnce);
            var now = time.GetElapsedTime(began);
            var isUp = spent + now >= budget || _isEnough;
            var isOver = token.IsCancellationRequested || (isUp && search.IsBuilt);
            if (search.IsBuilt && now >= paceAt && !isOver)
            {
                Cool(search, (long)((search.Steps - pace.Steps) * ((budget - spent - now) / (now - pace.At))));
                (paceAt, pace) = (now + Shorter(now, budget / PaceShare), (search.Steps, now));
            }

            if (search.IsBuilt && (isOver || now >= tellAt))
            {
                _news = NewsOf(search, spent + now, isOver);
                var telling = time.GetElapsedTime(began) - now;
                tellAt = now + TimeSpan.FromTicks(Math.Max(TellEvery.Ticks, telling.Ticks * TellingShare));
            }

            if (isOver)
            {
                return;
            }
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Cool(ScheduleSearch search, long left)
    {
        Action<long> cool = _isCooling ? search.EndWithin : search.CoolWithin;
        cool(left);
        _isCooling = true;
    }

    // A bound is one of schedules that keep the rules.
    private static SearchNews NewsOf(ScheduleSearch search, TimeSpan spent, bool isOver)
    {
        var score = search.BestScore;
        return new SearchNews(spent, search.Steps, search.Best, score, isOver)
        {
            Bound = score.IsValid && search.Bound is { } bound ? (long)Math.Ceiling(bound - Rounding) : null,
            Contradictions = [.. search.Contradictions.Select(found => found.Text)],
        };
    }
}
