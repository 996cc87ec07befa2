using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Bench.Scheduling;

/// <summary>What the engine made of a problem in a given time.</summary>
/// <param name="FirstValid">Seconds to the first schedule that breaks no hard rule; null: none.</param>
/// <param name="Bound">No schedule costs less; null: not known.</param>
/// <param name="Seconds">Of the clock.</param>
/// <param name="CpuSeconds">Of all threads.</param>
internal sealed record EngineRun(
    Schedule Best, double? FirstValid, double? Bound, double Seconds, double CpuSeconds, long Steps)
{
    private const int StepsBetweenLooks = 16;
    private const double FirstNews = 1; // seconds; each next one half as long again

    /// <summary>Runs for so many seconds of the clock, making the problem's tables included, and tells how it goes.</summary>
    public static EngineRun Of(SchedulingProblem problem, ulong seed, double seconds)
    {
        var time = TimeProvider.System;
        var (began, cpu) = (time.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var search = new ScheduleSearch(problem, new SearchOptions { Seed = seed });
        var (firstValid, news) = ((double?)null, FirstNews);
        var used = 0.0;
        while (used < seconds)
        {
            for (var step = 0; step < StepsBetweenLooks; step++)
            {
                search.Step();
            }

            used = time.GetElapsedTime(began).TotalSeconds;
            if (firstValid is null && search.BestScore.IsValid)
            {
                firstValid = used;
            }

            if (used > news)
            {
                Say(search, used);
                news *= 1.5;
            }
        }

        return new(
            search.Best, firstValid, null, time.GetElapsedTime(began).TotalSeconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, search.Steps);
    }

    private static void Say(ScheduleSearch search, double seconds)
    {
        var score = search.BestScore;
        var state = score.IsValid ? "" : $", {score.Breaches} breaches";
        Console.WriteLine(
            $"  {Figures.Text(seconds, "0.0"),7} s  step {search.Steps,9}  best {score.Cost}{state}");
    }
}
