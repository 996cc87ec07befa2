using System.Net;
using Muster.Cluster.Leases;
using Muster.Domain.Identity;
using Muster.Faults.Tests.Nodes;
using Muster.Storage;
using Muster.Testing;

namespace Muster.Faults.Tests;

/// <summary>A process that stands still and then goes on without having noticed: a virtual machine that is moved.</summary>
public sealed class PauseTests
{
    private static readonly string[] All = ["a", "b", "c"];

    [Fact]
    public Task A_paused_holder_is_replaced_and_serves_nothing_old_when_it_wakes() => PauseAsync(4);

    [Fact]
    [Trait("Faults", "nightly")]
    public Task A_long_pause_ends_as_a_short_one() => PauseAsync(10);

    [Fact]
    [Trait("Faults", "nightly")]
    public async Task A_writer_paused_inside_its_transaction_holds_the_takeover_up_for_a_moment_only()
    {
        await using var cluster = await ProcessCluster.StartAsync(All);
        var old = (await cluster.LookAsync(cluster["a"])).Housekeeping!;
        var rest = All.Where(name => name != old.Holder).ToList();
        await using var database = cluster.Database.Open("writer");
        var context = new WriteContext(Actor.Muster("test"), DateTimeOffset.UnixEpoch, "r");
        var fence = new Fence("housekeeping", old.Timeline, old.Epoch);

        // To the server a paused writer is one that says nothing more.
        await using var paused = await database.BeginFencedAsync(context, fence, CancellationToken.None);
        await cluster[old.Holder!].Muster.KillAsync();

        Told.Took("takeover against a paused writer", await cluster.AllSeeAsync(
            TimeSpan.FromSeconds(1.5), rest, (node, seen) =>
                seen.Housekeeping!.Epoch > old.Epoch ? null : $"{node.Name} sees {seen.Housekeeping}"));
        Assert.NotNull(await Record.ExceptionAsync(() => paused.CommitAsync(CancellationToken.None)));
        await Assert.ThrowsAsync<FenceLostException>(
            () => database.BeginFencedAsync(context, fence, CancellationToken.None));
    }

    private static async Task PauseAsync(int seconds)
    {
        await using var cluster = await ProcessCluster.StartAsync(All);
        var old = (await cluster.LookAsync(cluster["a"])).Housekeeping!;
        var sleeper = cluster[old.Holder!];
        var rest = All.Where(name => name != old.Holder).ToList();
        var (paul, id) = await cluster.AddPersonAsync(sleeper, "paul");
        (await paul.GetAsync(sleeper.Address, "/session")).Is(HttpStatusCode.OK);
        var pausedAt = TimeProvider.System.GetTimestamp();
        await sleeper.Muster.PauseAsync();

        Told.Took("takeover from a paused node", await cluster.AllSeeAsync(
            TimeSpan.FromSeconds(3), rest, (node, seen) =>
                seen.Housekeeping is { Holder: { } holder } duty && holder != old.Holder && duty.Epoch > old.Epoch
                    ? null
                    : $"{node.Name} sees {seen.Housekeeping}"));
        await cluster.DisableAsync(cluster[rest[0]], id);
        var applied = await cluster.AppliedAsync(cluster[rest[0]], 10_000);
        Assert.True(applied.Body.GetProperty("complete").GetBoolean(), applied.Text);

        // They lie in its socket when it wakes: the very first things that it does.
        var early = Enumerable.Range(0, 20).Select(_ => paul.GetAsync(sleeper.Address, "/session")).ToList();
        var left = TimeSpan.FromSeconds(seconds) - TimeProvider.System.GetElapsedTime(pausedAt);
        await Until.StaysFineAsync(left, () => Task.FromResult<string?>(null));
        await sleeper.Muster.ResumeAsync();

        foreach (var answer in await Task.WhenAll(early))
        {
            Assert.NotEqual(HttpStatusCode.OK, answer.Status);
        }

        (await paul.GetAsync(sleeper.Address, "/session")).Is(HttpStatusCode.Unauthorized);
        await StoodDownAsync(cluster, old, rest);
    }

    // The old holder knows that it has the duty no longer, and is a node like the others again.
    private static async Task StoodDownAsync(ProcessCluster cluster, Duty old, List<string> rest)
    {
        var sleeper = cluster[old.Holder!];
        Told.Took("the woken node is linked again", await cluster.SettledAsync(All));
        await Until.FineAsync(TimeSpan.FromSeconds(2), () => Task.FromResult(
            sleeper.Muster.Said.Contains("Gave up housekeeping", StringComparison.Ordinal)
                ? null
                : "The old holder has not said that it gave the duty up."));
        var now = (await cluster.LookAsync(sleeper)).Housekeeping!;
        Assert.Contains(now.Holder!, rest);
        Assert.True(now.Epoch == old.Epoch + 1, $"{old}, and now {now}");
    }
}
