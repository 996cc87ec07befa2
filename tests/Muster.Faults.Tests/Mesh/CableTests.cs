using Muster.Faults.Tests.Nodes;
using Muster.Faults.Tests.Wires;

namespace Muster.Faults.Tests.Mesh;

/// <summary>Nodes on hosts of their own, whose cable is pulled: nothing is refused, nothing comes back.</summary>
[Trait("Needs", "root")]
[Trait("Needs", "linux")]
[Trait("Faults", "nightly")]
public sealed class CableTests
{
    [Fact]
    public async Task A_pulled_cable_is_noticed_and_a_plugged_one_too()
    {
        string[] all = ["a", "b", "c"];
        await using var hosts = await NetworkHosts.LayAsync(all);
        await using var cluster = await ProcessCluster.OpenAsync();
        await Task.WhenAll(all.Select(name => cluster.AddUnderAsync(
            name, NetworkHosts.Under(name), $"Server:Urls=http://{hosts.AddressOf(name)}:7070")));
        await cluster.SettledAsync(all);

        await NetworkHosts.PullCableAsync("c");
        Told.Took("noticed", await cluster.AllSeeAsync(TimeSpan.FromSeconds(3), ["a", "b"], (_, seen) =>
            seen.Sentence == "Reaches 1 of 2 other nodes, 0 through relay." && seen.Live == "a b c"
                ? null
                : $"{seen.Live}: {seen.Sentence}"));
        var applied = await cluster.AppliedAsync(cluster["a"], 10_000);
        Assert.True(applied.Body.GetProperty("complete").GetBoolean(), applied.Text);

        await NetworkHosts.PlugCableAsync("c");
        Told.Took("linked again", await cluster.SettledAsync(all));
    }
}
