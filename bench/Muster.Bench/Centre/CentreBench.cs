using System.Diagnostics;
using Muster.Bench.Scheduling;
using Muster.Evaluation.Centres;
using Muster.Scheduling.Problem;

namespace Muster.Bench.Centre;

/// <summary>Contact centres: the engine beside a greedy builder and a set-covering model, in the same run.</summary>
internal static class CentreBench
{
    /// <summary>Of the instances and the greedy builder; the engine has seeds of its own.</summary>
    private const int Seed = 1;

    public static int Run(BenchArguments arguments)
    {
        var demand = CentreDemand.Forecast();
        var rows = new List<BenchRow>();
        foreach (var name in arguments.Names)
        {
            if (!CentreSize.TryParse(name, out var size))
            {
                Console.Error.WriteLine($"'{name}' is no size.\nMaybe 1000x4: 1,000 agents, 4 weeks.");
                return 2;
            }

            var instance = CentreMaker.Make(demand, size, Seed);
            Console.WriteLine($"centre {size}: {instance.Required.Cast<int>().Sum() / 4.0:0} agent-hours required");
            var greedy = Greedy(instance);
            if (arguments.HighsSeconds > 0)
            {
                Figures.Say("  HiGHS, set covering", Highs.Solve(instance, (int)arguments.HighsSeconds));
            }

            var problem = CentreProblem.Of(instance);
            rows.Add(BenchRow.Median(arguments.Seeds.Select(seed =>
            {
                var run = EngineRun.Of(problem, arguments, seed);
                return Judged(name, instance, problem, run, seed) with { Reference = greedy };
            })));
        }

        BenchRow.Print("greedy", rows);
        using var process = Process.GetCurrentProcess();
        Figures.Say("largest working set", $"{process.PeakWorkingSet64 / 1_000_000} MB");
        return rows.TrueForAll(row => row.Verdict.IsValid) ? 0 : 1;
    }

    private static long Greedy(CentreInstance instance)
    {
        var began = Environment.CpuUsage.TotalTime;
        var solution = GreedyCentre.Build(instance, Seed);
        var seconds = (Environment.CpuUsage.TotalTime - began).TotalSeconds;
        var verdict = CentreEvaluator.Evaluate(instance, solution);
        Figures.Say("  greedy, shift by shift", $"{verdict.Cost} ({Figures.Text(seconds, "0.0")} s, "
            + $"{verdict.Breaches.Count} breaches, {Served(instance, solution)})");
        return verdict.Cost;
    }

    private static BenchRow Judged(
        string name, CentreInstance instance, SchedulingProblem problem, EngineRun run, int seed)
    {
        var solution = CentreProblem.Solution(instance, problem, run.Best);
        SolutionFile.Write("centre", name, seed, solution.Write());
        Figures.Say("  the engine", Served(instance, solution));
        return new(name, seed, null, CentreEvaluator.Evaluate(instance, solution), run);
    }

    private static string Served(CentreInstance instance, CentreSolution solution)
    {
        var cover = CentreCover.Of(instance, solution);
        return $"{Figures.Text(100.0 * cover.Served / cover.Required, "0.0")} % of the requirement, "
            + $"{Figures.Text(cover.Excess / 4.0, "0")} agent-hours more than that";
    }
}
