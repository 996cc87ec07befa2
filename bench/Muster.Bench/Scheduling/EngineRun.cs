using Muster.Scheduling.Bound;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Bench.Scheduling;

/// <summary>What the engine made of a problem in a given time.</summary>
/// <param name="FirstValid">Seconds to the first schedule that breaks no hard rule; null: none.</param>
/// <param name="Seconds">Of the clock, making the problem's tables included.</param>
/// <param name="CpuSeconds">Of all threads in that time: what counts where others use the machine too.</param>
/// <param name="Bound">No schedule costs less; null: not known.</param>
internal sealed record EngineRun(
    Schedule Best, double? FirstValid, double Seconds, double CpuSeconds, long Steps, double? Bound)
{
    private const int StepsBetweenLooks = 20;
    private const double FirstNews = 1; // seconds; each next one comes after half as long again

    /// <summary>Runs for the seconds that are asked for and tells how it goes.</summary>
    public static EngineRun Of(SchedulingProblem problem, BenchArguments asked, int seed)
    {
        var (clock, cpu) = (new BenchClock(isCpu: false), new BenchClock(isCpu: true));
        var watch = asked.CountsCpu ? cpu : clock;
        var options = new SearchOptions { Seed = (ulong)seed, Lanes = asked.Lanes };
        var search = new ScheduleSearch(problem, options);
        if (search.Contradictions.Count > 0)
        {
            Console.WriteLine($"  {search.Contradictions.Count} contradictions, the first: {search.Contradictions[0]}");
        }

        var (firstValid, news, lookedAt) = ((double?)null, FirstNews, double.NaN);
        var (used, pace) = (0.0, new CoolingPace(search, asked.Seconds));
        while (used < asked.Seconds)
        {
            search.Run(search.IsBuilt ? StepsBetweenLooks : 1, moves => Parallel.Invoke([.. moves]));
            used = watch.Seconds;
            // The score is reckoned from nothing, so it is asked for only when there is something new.
            if (firstValid is null && search.BestCost != lookedAt)
            {
                lookedAt = search.BestCost;
                firstValid = search.BestScore.IsValid ? used : null;
            }

            pace.Look(used);
            if (used > news)
            {
                Say(search, used);
                news = 1.5 * used;
            }
        }

        var (seconds, cpuSeconds) = (clock.Seconds, cpu.Seconds);
        return new(search.Best, firstValid, seconds, cpuSeconds, search.Steps, BoundOf(problem, search, asked));
    }

    /// <summary>What the search has, or a better one by itself in the time for that; null: none.</summary>
    private static double? BoundOf(SchedulingProblem problem, ScheduleSearch search, BenchArguments asked)
    {
        if (asked.BoundSeconds == 0)
        {
            return Whole(search.Bound);
        }

        var watch = new BenchClock(asked.CountsCpu);
        var bound = new CoverageBound(problem, search.BestScore.Cost, search.Best);
        var news = FirstNews;
        while (watch.Seconds < asked.BoundSeconds)
        {
            bound.Step();
            if (watch.Seconds is var used && used > news)
            {
                Console.WriteLine(
                    $"  {Figures.Text(used, "0.0"),7} s  step {bound.Steps,9}  bound {Figures.Text(bound.Best, "0")}");
                news = 1.5 * used;
            }
        }

        return Whole(Math.Max(search.Bound ?? bound.Best, bound.Best));
    }

    /// <summary>Costs are whole numbers; that they are not negative everybody knows.</summary>
    private static double? Whole(double? bound) =>
        bound is > 0 and < double.PositiveInfinity ? Math.Ceiling(bound.Value - 1e-6) : null;

    private static void Say(ScheduleSearch search, double seconds)
    {
        var score = search.BestScore;
        var state = score.IsValid ? "" : $", {score.Breaches} breaches";
        Console.WriteLine(
            $"  {Figures.Text(seconds, "0.0"),7} s  step {search.Steps,9}  best {score.Cost}{state}");
    }
}
