using Muster.Bench.Scheduling;
using Muster.Evaluation.Centres;

namespace Muster.Bench.Centre;

/// <summary>Contact centres: the engine beside a greedy builder and a set-covering model, in the same run.</summary>
internal static class CentreBench
{
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

            var instance = CentreMaker.Make(demand, size, arguments.Seed);
            Console.WriteLine($"centre {size}: {instance.Required.Cast<int>().Sum() / 4.0:0} agent-hours required");
            var greedy = Greedy(instance, arguments.Seed);
            if (arguments.HighsSeconds > 0)
            {
                Figures.Say("  HiGHS, set covering", Highs.Solve(instance, (int)arguments.HighsSeconds));
            }

            var row = Engine(name, instance, arguments, greedy);
            rows.Add(row);
        }

        BenchRow.Print("greedy", rows);
        Figures.Say("largest working set", $"{Environment.WorkingSet / 1_000_000} MB now");
        return rows.TrueForAll(row => row.Verdict.IsValid) ? 0 : 1;
    }

    private static long Greedy(CentreInstance instance, int seed)
    {
        var began = Environment.CpuUsage.TotalTime;
        var solution = GreedyCentre.Build(instance, seed);
        var seconds = (Environment.CpuUsage.TotalTime - began).TotalSeconds;
        var verdict = CentreEvaluator.Evaluate(instance, solution);
        Figures.Say("  greedy, shift by shift", $"{verdict.Cost} ({Figures.Text(seconds, "0.0")} s, "
            + $"{verdict.Breaches.Count} breaches, {Served(instance, solution)})");
        return verdict.Cost;
    }

    private static BenchRow Engine(string name, CentreInstance instance, BenchArguments arguments, long greedy)
    {
        var problem = CentreProblem.Of(instance);
        var run = EngineRun.Of(problem, arguments);
        var solution = CentreProblem.Solution(instance, problem, run.Best);
        SolutionFile.Write("centre", name, arguments.Seed, solution.Write());
        Figures.Say("  the engine", Served(instance, solution));
        return new(name, greedy, CentreEvaluator.Evaluate(instance, solution), run);
    }

    private static string Served(CentreInstance instance, CentreSolution solution)
    {
        var cover = CentreCover.Of(instance, solution);
        return $"{Figures.Text(100.0 * cover.Served / cover.Required, "0.0")} % of the requirement, "
            + $"{Figures.Text(cover.Excess / 4.0, "0")} agent-hours more than that";
    }
}
