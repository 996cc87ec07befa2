using Muster.Evaluation;

namespace Muster.Bench.Scheduling;

/// <summary>A run, judged: a line of the table at the end.</summary>
/// <param name="Reference">What it is compared with: best known or a peer; null: the peer has none.</param>
internal sealed record BenchRow(string Instance, int Seed, long? Reference, Verdict Verdict, EngineRun Run)
{
    /// <summary>The middle one of the runs of an instance, invalid ones last.</summary>
    public static BenchRow Median(IEnumerable<BenchRow> runs)
    {
        var sorted = runs.OrderBy(run => run.Verdict.Breaches.Count).ThenBy(run => run.Verdict.Cost).ToList();
        if (sorted.Count > 1)
        {
            var all = sorted.Select(run => $"{run.Verdict.Cost}{(run.Verdict.IsValid ? "" : " (breaches)")}");
            Figures.Say("  all seeds", string.Join(", ", all));
        }

        return sorted[(sorted.Count - 1) / 2];
    }

    public static void Print(string reference, IEnumerable<BenchRow> rows)
    {
        Console.WriteLine();
        Console.WriteLine($"{"instance",-16} {"seed",4} {reference,10} {"ours",10} {"gap",8} {"bound",10} {"to bound",9} "
            + $"{"1st valid",10} {"seconds",8} {"CPU s",8}  judged");
        foreach (var row in rows)
        {
            Console.WriteLine(row.Text());
        }
    }

    private string Text()
    {
        var bound = Run.Bound is { } lower ? Figures.Text(lower, "0") : "-";
        var first = Run.FirstValid is { } seconds ? $"{Figures.Text(seconds, "0.00")} s" : "none";
        return $"{Instance,-16} {Seed,4} {Reference?.ToString() ?? "none",10} {Verdict.Cost,10} {Gap(Reference),8} {bound,10} "
            + $"{Gap(Run.Bound),9} {first,10} {Figures.Text(Run.Seconds, "0.0"),8} "
            + $"{Figures.Text(Run.CpuSeconds, "0.0"),8}  {Judged()}";
    }

    private string Gap(double? other) => other is > 0
        ? $"{Figures.Text(100 * (Verdict.Cost - other.Value) / other.Value, "+0.00;-0.00;0.00")}%"
        : "-";

    private string Judged() => Verdict.IsValid
        ? "valid"
        : $"{Verdict.Breaches.Count} breaches, the first: {Verdict.Breaches[0]}";
}
