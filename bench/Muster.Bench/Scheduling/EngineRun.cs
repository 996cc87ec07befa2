using Muster.Scheduling.Bound;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Bench.Scheduling;

/// <summary>What the engine made of a problem in a given time.</summary>
/// <param name="FirstValid">Seconds to the first schedule that breaks no hard rule; null: none.</param>
/// <param name="Seconds">Of the clock, the making of the problem's tables included; the bound is reckoned after it.</param>
/// <param name="CpuSeconds">Of all threads in that time.</param>
/// <param name="Bound">No schedule costs less; null: not known.</param>
internal sealed record EngineRun(
    Schedule Best, double? FirstValid, double Seconds, double CpuSeconds, long Steps, double? Bound)
{
    private const double FirstNews = 1; // seconds; each next one comes after half as long again

    private static readonly TimeProvider Time = TimeProvider.System;

    /// <summary>Runs for so many seconds of the clock and tells how it goes.</summary>
    /// <param name="boundSeconds">So many more for the bound, where there is one; 0: no bound.</param>
    public static EngineRun Of(SchedulingProblem problem, ulong seed, double seconds, double boundSeconds)
    {
        var (began, cpu) = (Time.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var search = new ScheduleSearch(problem, new SearchOptions { Seed = seed });
        var (firstValid, news, lookedAt) = ((double?)null, FirstNews, double.NaN);
        var used = 0.0;
        while (used < seconds)
        {
            search.Step();
            used = Time.GetElapsedTime(began).TotalSeconds;
            // The score is reckoned from nothing, so it is asked for only when there is something new.
            if (firstValid is null && search.BestCost != lookedAt)
            {
                lookedAt = search.BestCost;
                firstValid = search.BestScore.IsValid ? used : null;
            }

            if (used > news)
            {
                Say(search, used);
                news = 1.5 * used;
            }
        }

        var cpuUsed = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        var bound = boundSeconds > 0 && problem.Demand is ShiftDemand ? BoundOf(problem, search, boundSeconds) : null;
        return new(search.Best, firstValid, used, cpuUsed, search.Steps, bound);
    }

    private static double? BoundOf(SchedulingProblem problem, ScheduleSearch search, double seconds)
    {
        var began = Time.GetTimestamp();
        var bound = new CoverageBound(problem, search.BestScore.Cost);
        while (Time.GetElapsedTime(began).TotalSeconds < seconds)
        {
            bound.Step();
        }

        // Costs are whole numbers.
        return Math.Ceiling(bound.Best - 1e-6);
    }

    private static void Say(ScheduleSearch search, double seconds)
    {
        var score = search.BestScore;
        var state = score.IsValid ? "" : $", {score.Breaches} breaches";
        Console.WriteLine(
            $"  {Figures.Text(seconds, "0.0"),7} s  step {search.Steps,9}  best {score.Cost}{state}");
    }
}
