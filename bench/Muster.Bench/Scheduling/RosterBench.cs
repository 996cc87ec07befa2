using Muster.Evaluation.Rosters;

namespace Muster.Bench.Scheduling;

/// <summary>The engine on the published rosters, judged by the evaluator.</summary>
internal static class RosterBench
{
    public static int Run(BenchArguments arguments)
    {
        var rows = new List<BenchRow>();
        foreach (var asked in arguments.Names is [] ? [.. Published.AllRosters()] : arguments.Names)
        {
            var (name, file) = (Published.NameOf(asked), Published.RosterPath(asked));
            var instance = RosterReader.Read(File.ReadLines(file));
            Console.WriteLine($"roster {name}: {instance.Days} days, {instance.Employees.Count} employees, "
                + $"{instance.Shifts.Count} shifts; best known {Published.BestKnown(name)}, "
                + $"best published after 10 minutes {Published.BestPublished10(name)}");
            var problem = RosterProblem.Of(instance);
            rows.Add(BenchRow.Median(arguments.Seeds.Select(seed =>
            {
                var run = EngineRun.Of(problem, arguments, seed);
                var solution = RosterProblem.Solution(instance, run.Best);
                SolutionFile.Write("rosters", name, seed, solution.Write());
                var verdict = RosterEvaluator.Evaluate(instance, solution);
                return new BenchRow(name, seed, Published.BestKnown(name), verdict, run);
            })));
        }

        BenchRow.Print("best known", rows);
        return rows.TrueForAll(row => row.Verdict.IsValid) ? 0 : 1;
    }
}
