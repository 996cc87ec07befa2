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

    // What telling takes is kept below a twentieth of the time.
    private const int TellingShare = 20;

    private static readonly TimeSpan TellEvery = TimeSpan.FromMilliseconds(500);

    private volatile SearchNews? _news;

    /// <summary>The latest; null: there is none yet.</summary>
    public SearchNews? News => _news;

    /// <summary>Searches until the time is up, or <paramref name="token"/> is cancelled; keeps a thread busy.</summary>
    public void Run(CancellationToken token)
    {
        var began = time.GetTimestamp();
        var search = new ScheduleSearch(problem, new SearchOptions { Seed = (ulong)seed });
        string[] contradictions = [.. search.Contradictions.Select(found => found.Text)];
        var tellAt = TimeSpan.Zero;
        while (true)
        {
            for (var step = 0; step < StepsAtOnce; step++)
            {
                search.Step();
            }

            var now = time.GetElapsedTime(began);
            var isOver = spent + now >= budget || token.IsCancellationRequested;
            if (isOver || now >= tellAt)
            {
                _news = new SearchNews(spent + now, search.Steps, search.Best, search.BestScore, isOver)
                {
                    Contradictions = contradictions,
                };
                var telling = time.GetElapsedTime(began) - now;
                tellAt = now + TimeSpan.FromTicks(Math.Max(TellEvery.Ticks, telling.Ticks * TellingShare));
            }

            if (isOver)
            {
                return;
            }
        }
    }
}
