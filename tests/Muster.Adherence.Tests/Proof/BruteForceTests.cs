using System.Globalization;

namespace Muster.Adherence.Tests.Proof;

/// <summary>
/// Random agent-days, judged live, replayed, and second by second. MUSTER_SEED replays one, MUSTER_SEEDS sets how many;
/// both together, how many from which on.
/// </summary>
public sealed class BruteForceTests(ITestOutputHelper output)
{
    private const int Usual = 300;

    [Fact]
    public void The_fold_equals_a_judgement_of_every_second_by_itself()
    {
        var seed = Setting("MUSTER_SEED");
        var (first, count) = (seed ?? 1, Setting("MUSTER_SEEDS") ?? (seed is null ? Usual : 1));
        var faults = new string?[count];
        Parallel.For(
            0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            i => faults[i] = Trial.Run(first + i));

        var broken = faults.Where(fault => fault is not null).ToList();
        output.WriteLine($"{count} agent-days, {broken.Count} differ");
        Assert.True(broken.Count == 0, $"{broken.Count} of {count} differ.\n{string.Join("\n", broken.Take(5))}");
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
