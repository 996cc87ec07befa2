using System.Globalization;
using Muster.Cluster.Tests.Mutations;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests;

/// <summary>
/// Thousands of clusters that go through everything that can go wrong. MUSTER_SEED replays one, MUSTER_SEEDS sets how
/// many; both together, how many from which on.
/// </summary>
public sealed class ClusterSimulationTests(ITestOutputHelper output)
{
    [Fact]
    public void Clusters_agree_with_their_database_through_every_fault()
    {
        var seed = Setting("MUSTER_SEED");
        var (first, count) = (seed ?? 1, Setting("MUSTER_SEEDS") ?? (seed is null ? 20_000 : 1));
        var results = new SimulationResult[count];
        Parallel.For(
            0, count, MutatedSimulation.AllCores, index => results[index] = ClusterSimulation.Run(first + index));
        var broken = results.Where(result => result.Violation is not null).ToList();
        output.WriteLine($"{count} seeds, {results.Sum(result => result.Events)} events, "
            + $"{results.Sum(result => result.Writes)} writes, {results.Sum(result => result.Receipts)} receipts, "
            + $"{results.Sum(result => result.Takeovers)} takeovers, "
            + $"{results.Sum(result => result.CurrentReads)} current reads");
        Assert.True(broken.Count == 0, string.Join(
            "\n", broken.Take(20).Select(result => $"MUSTER_SEED={result.Seed}: {result.Violation}"))
            + $"\n{broken.Count} of {count}");
        Assert.All(results, result => Assert.True(result.Writes > 0));
        Assert.True(results.Sum(result => result.Receipts) > count, "too few receipts to prove anything");
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
