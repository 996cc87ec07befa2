using Muster.Bench.Centre;
using Muster.Evaluation;
using Muster.Evaluation.Centres;
using Muster.Evaluation.Rosters;
using Muster.Evaluation.Tours;

namespace Muster.Bench.Scheduling;

/// <summary>Judges a solution file: cost and every breach. The instance's text tells which family it is of.</summary>
internal static class EvaluateBench
{
    /// <param name="instance">A file, or a centre and the seed it is made from: "1000x4:1".</param>
    public static int Run(string instance, string solution)
    {
        var verdict = Judge(instance, solution);
        Console.WriteLine($"cost {verdict.Cost}, {verdict.Breaches.Count} breaches");
        foreach (var breach in verdict.Breaches)
        {
            Console.WriteLine(breach);
        }

        return verdict.IsValid ? 0 : 1;
    }

    private static Verdict Judge(string instance, string solution)
    {
        var lines = File.ReadAllLines(solution);
        if (instance.Split(':') is [var text, var seed] && CentreSize.TryParse(text, out var size)
            && int.TryParse(seed, out var number))
        {
            var centre = CentreMaker.Make(CentreDemand.Forecast(), size, number);
            return CentreEvaluator.Evaluate(centre, CentreSolution.Read(lines));
        }

        var file = File.ReadAllLines(instance);
        return file.Any(line => line.StartsWith("SECTION_TASKS", StringComparison.Ordinal))
            ? TourEvaluator.Evaluate(TourReader.Read(file), TourSolution.Read(lines))
            : RosterEvaluator.Evaluate(RosterReader.Read(file), RosterSolution.Read(lines));
    }
}
