using System.Net;
using Muster.Faults.Tests.Nodes;
using Muster.Testing;

namespace Muster.Faults.Tests;

/// <summary>A node whose clock is set, forward and back, while it runs.</summary>
[Trait("Needs", "faketime")]
[Trait("Faults", "nightly")]
public sealed class ClockTests
{
    private static readonly string Library = Directory.EnumerateDirectories("/usr/lib", "*-linux-gnu")
        .Select(folder => Path.Combine(folder, "faketime/libfaketime.so.1")).First(File.Exists);

    [Theory]
    [InlineData("+2h")]
    [InlineData("-2h")]
    public async Task A_step_of_the_clock_costs_no_duty_and_no_membership(string step)
    {
        var folder = TemporaryFolder.Make();
        var clock = Path.Combine(folder.FullName, "clock");
        await File.WriteAllTextAsync(clock, "+0");
        string[] under =
        [
            "env", $"LD_PRELOAD={Library}", $"FAKETIME_TIMESTAMP_FILE={clock}", "FAKETIME_NO_CACHE=1",
            "FAKETIME_DONT_FAKE_MONOTONIC=1",
        ];
        await using var cluster = await ProcessCluster.OpenAsync();
        await cluster.AddUnderAsync("a", under);
        await Until.FineAsync(TimeSpan.FromSeconds(5), async () =>
            (await cluster.LookAsync(cluster["a"])).Housekeeping?.Holder == "a" ? null : "Nobody keeps house.");
        await cluster.AddAsync("b");
        await cluster.SettledAsync("a", "b");
        var before = (await cluster.LookAsync(cluster["b"])).Housekeeping;

        await File.WriteAllTextAsync(clock, step);

        await Until.StaysFineAsync(TimeSpan.FromSeconds(5), async () =>
            await cluster.LookAsync(cluster["b"]) is var seen
            && seen.Live == "a b" && seen.Links.SequenceEqual(["a"]) && seen.Housekeeping == before
                ? null
                : $"{seen.Live} {seen.Housekeeping} {seen.Sentence}");
        var (paul, id) = await cluster.AddPersonAsync(cluster["b"], "paul");
        await cluster.DisableAsync(cluster["b"], id);
        Assert.True((await cluster.AppliedAsync(cluster["b"])).Body.GetProperty("complete").GetBoolean());
        (await paul.GetAsync(cluster["a"].Address, "/session")).Is(HttpStatusCode.Unauthorized);
        folder.Delete(recursive: true);
    }
}
