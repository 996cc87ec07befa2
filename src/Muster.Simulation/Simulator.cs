using Muster.Simulation.Centre;
using Muster.Simulation.Chance;
using Muster.Simulation.Engine;
using Muster.Simulation.Events;
using Muster.Simulation.Results;

namespace Muster.Simulation;

/// <summary>Runs a model to its end and tells the results.</summary>
public static class Simulator
{
    /// <summary>
    /// Into so many batches one long run is cut: few enough to be nearly independent (Schmeiser 1982).
    /// </summary>
    private const int MostBatches = 40;

    /// <exception cref="ArgumentException">
    /// The model or an option is wrong; each field is named with its remedy.
    /// </exception>
    public static SimulationResult Run(CentreModel model, SimulationOptions options, CancellationToken token)
    {
        Check(options.Replications, nameof(options.Replications));
        Check(options.Threads, nameof(options.Threads));
        var plan = CentrePlan.Of(model);
        var total = new PeriodSums(plan, plan.EndOf(0), plan.EndOf(plan.Intervals));
        PeriodSums[] intervals =
        [
            .. Enumerable.Range(1, plan.Intervals)
                .Select(i => new PeriodSums(plan, plan.EndOf(i - 1), plan.EndOf(i))),
        ];
        var batches = options.Replications > 1 ? 1 : Math.Min(MostBatches, plan.Intervals);
        foreach (var run in Runs(plan, options, token))
        {
            AddTotal(total, run, batches);
            for (var i = 0; i < intervals.Length; i++)
            {
                intervals[i].Add(run, i + 1, i + 2);
            }
        }

        return new SimulationResult
        {
            Seed = options.Seed,
            Replications = options.Replications,
            Total = total.Result(batches),
            Intervals = [.. intervals.Select(interval => interval.Result(1))],
            Remarks = CentreModelChecks.Remarks(model),
        };
    }

    private static void AddTotal(PeriodSums total, SimulationRun<NoSink> run, int batches)
    {
        int FirstOf(int batch) => 1 + (int)((long)run.Intervals * batch / batches);
        for (var i = 0; i < batches; i++)
        {
            total.Add(run, FirstOf(i), FirstOf(i + 1));
        }
    }

    /// <summary>In the order of their numbers, whatever thread ran them: sums do not depend on it.</summary>
    private static IEnumerable<SimulationRun<NoSink>> Runs(
        CentrePlan plan, SimulationOptions options, CancellationToken token)
    {
        var stream = RandomStream.Of(options.Seed);
        foreach (var chunk in Enumerable.Range(0, options.Replications).Chunk(options.Threads))
        {
            var runs = new SimulationRun<NoSink>[chunk.Length];
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = token };
            void RunOne(int i)
            {
                // The first replication is what a feed with the same seed shows.
                runs[i] = new(plan, stream.Split((ulong)chunk[i]), default);
                runs[i].RunToEnd(token);
            }

            if (chunk.Length == 1)
            {
                RunOne(0);
            }
            else
            {
                Parallel.For(0, chunk.Length, parallel, RunOne);
            }

            foreach (var run in runs)
            {
                yield return run;
            }
        }
    }

    private static void Check(int value, string field)
    {
        if (value < 1)
        {
            throw new ArgumentException($"{field} is {value}; it must be 1 or more.\nMaybe 1.", field);
        }
    }
}
