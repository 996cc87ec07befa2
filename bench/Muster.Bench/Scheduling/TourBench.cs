using Muster.Evaluation.Tours;

namespace Muster.Bench.Scheduling;

/// <summary>The engine on the published tours, judged by the evaluator.</summary>
internal static class TourBench
{
    public static int Run(BenchArguments arguments)
    {
        var rows = new List<BenchRow>();
        foreach (var asked in arguments.Names is [] ? [.. Published.AllTours()] : arguments.Names)
        {
            var (name, file) = (Published.NameOf(asked), Published.TourPath(asked));
            var instance = TourReader.Read(File.ReadLines(file));
            var peer = Published.Peer(name);
            Console.WriteLine($"tours {name}: {instance.Days} days, {instance.Employees.Count} employees, "
                + $"{instance.Tasks} tasks; the peer in 120 s: {peer?.ToString() ?? "none"}");
            var problem = TourProblem.Of(instance);
            rows.Add(BenchRow.Median(arguments.Seeds.Select(seed =>
            {
                var run = EngineRun.Of(problem, arguments, seed);
                var solution = TourProblem.Solution(instance, problem, run.Best);
                SolutionFile.Write("tours", name, seed, solution.Write());
                var verdict = TourEvaluator.Evaluate(instance, solution);
                var bound = Math.Max(Floor(instance), run.Bound ?? 0);
                return new BenchRow(name, seed, peer, verdict, run with { Bound = bound });
            })));
        }

        BenchRow.Print("peer", rows);
        return rows.TrueForAll(row => row.Verdict.IsValid) ? 0 : 1;
    }

    /// <summary>
    /// A simple bound: what must be worked at least, less what is needed at most, spread as thinly as can be.
    /// </summary>
    private static double Floor(TourInstance instance)
    {
        var least = instance.Employees.Sum(employee => (long)employee.MinMinutes / TourRules.SlotMinutes);
        var (excess, cells) = (Math.Max(0, least - instance.MaxCover.Cast<int>().Sum()), instance.MaxCover.Length);
        var (each, more) = Math.DivRem(excess, cells);
        return ((cells - more) * each * each) + (more * (each + 1) * (each + 1));
    }
}
