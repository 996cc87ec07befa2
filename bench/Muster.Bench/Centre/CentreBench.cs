using Muster.Evaluation.Centres;

namespace Muster.Bench.Centre;

/// <summary>Contact centres: the engine beside a greedy builder and a set-covering model, in the same run.</summary>
internal static class CentreBench
{
    public static int Run(CentreSize[] sizes, int seed)
    {
        var demand = CentreDemand.Forecast();
        foreach (var size in sizes)
        {
            var instance = CentreMaker.Make(demand, size, seed);
            Tell(size, instance);
            var began = Environment.CpuUsage.TotalTime;
            var solution = GreedyCentre.Build(instance, seed);
            var seconds = (Environment.CpuUsage.TotalTime - began).TotalSeconds;
            var verdict = CentreEvaluator.Evaluate(instance, solution);
            var cover = CentreCover.Of(instance, solution);
            Console.WriteLine($"greedy {verdict.Cost} in {seconds:0.0} s; served {100.0 * cover.Served / cover.Required:0.0}%, excess {cover.Excess}; breaches {verdict.Breaches.Count}");
            foreach (var b in verdict.Breaches.Take(5)) Console.WriteLine(b);
        }

        return 0;
    }

    private static void Tell(CentreSize size, CentreInstance instance)
    {
        for (var group = 0; group < 3; group++)
        {
            Console.WriteLine(string.Join(' ', Enumerable.Range(0, 24).Select(hour => instance.Required[group, 96 + 4 * hour])) + "   sat " + string.Join(' ', Enumerable.Range(0, 24).Select(hour => instance.Required[group, 96*5 + 4 * hour])));
        }
        Console.WriteLine($"{size} required {instance.Required.Cast<int>().Sum()}");
    }
}
