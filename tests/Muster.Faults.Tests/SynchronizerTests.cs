using System.Net;
using System.Text.Json;
using Muster.Faults.Tests.Nodes;
using Muster.Testing;

namespace Muster.Faults.Tests;

/// <summary>The node that follows a source goes away in the middle of a full run.</summary>
public sealed class SynchronizerTests
{
    private const int People = 6_000;
    private const int Bulk = 1_000;
    private static readonly string[] All = ["a", "b", "c"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_killed_follower_is_followed_by_another_and_every_page_is_applied_once()
    {
        await using var cluster = await ProcessCluster.StartAsync(All);
        var source = await ReadAsync(cluster);
        var follower = await InMidRunAsync(cluster, source);

        await cluster[follower].Muster.KillAsync();

        await WholeAsync(cluster, source, [.. All.Where(name => name != follower)]);
    }

    // The paused one takes itself for the follower when it wakes: two synchronizers, by mistake.
    [Fact]
    public async Task A_paused_follower_that_wakes_beside_its_successor_writes_nothing_twice()
    {
        await using var cluster = await ProcessCluster.StartAsync(All);
        var source = await ReadAsync(cluster);
        var follower = await InMidRunAsync(cluster, source);
        var rest = All.Where(name => name != follower).ToList();

        await cluster[follower].Muster.PauseAsync();
        Told.Took("another follows", await cluster.AllSeeAsync(TimeSpan.FromSeconds(3), rest, (node, seen) =>
            seen.DutyOf(source.Lease)?.Holder is { } holder && holder != follower
                ? null
                : $"{node.Name} sees {seen.DutyOf(source.Lease)}"));
        await cluster[follower].Muster.ResumeAsync();

        await WholeAsync(cluster, source, All);
    }

    // A directory of its own is filled and followed.
    private static async Task<Followed> ReadAsync(ProcessCluster cluster)
    {
        var (person, node) = (cluster.Administrator, cluster["a"].Address);
        await FillAsync(cluster, "tenants", [Item("bank", new { name = "Bank" })]);
        foreach (var bulk in Enumerable.Range(0, People).Chunk(Bulk))
        {
            await FillAsync(cluster, "people", [.. bulk.Select(index => Item($"p{index}", new
            {
                tenant = "bank",
                first_name = "Ann",
                last_name = $"Lee {index}",
                employee_number = $"n{index}",
            }))]);
        }

        var made = (await person.PostAsync(node, "/synchronization/sources", new { name = "hr", type = "directory" }))
            .Is(HttpStatusCode.Created).Body;
        return new Followed(made.GetProperty("id").GetGuid(), made.GetProperty("lease").GetString()!);
    }

    private static object Item(string id, object content) => new { external_id = id, content };

    private static async Task FillAsync(ProcessCluster cluster, string kind, object[] items) =>
        (await cluster.Administrator.PostAsync(cluster["a"].Address, $"/directory/{kind}/bulk", new { items }))
        .Is(HttpStatusCode.OK);

    /// <returns>Who follows, once some pages are in and others are not.</returns>
    private static async Task<string> InMidRunAsync(ProcessCluster cluster, Followed source)
    {
        var people = 0;
        await Until.FineAsync(Patience, async () =>
        {
            people = (await SourceAsync(cluster, "a", source)).GetProperty("people").GetInt32();
            return people > 0 ? null : "The run has not begun.";
        });
        Assert.True(people < People, "The run was over before it could be disturbed.");
        return (await cluster.LookAsync(cluster["a"])).DutyOf(source.Lease)!.Holder!;
    }

    private static async Task WholeAsync(ProcessCluster cluster, Followed source, string[] nodes)
    {
        Told.Took("read in full", await Until.FineAsync(Patience, async () =>
        {
            var now = await SourceAsync(cluster, nodes[0], source);
            return now.GetProperty("state").GetString() == "following"
                && now.GetProperty("last_full_at").ValueKind == JsonValueKind.String ? null : now.ToString();
        }));
        Assert.Equal(People, (await SourceAsync(cluster, nodes[0], source)).GetProperty("people").GetInt32());
        Assert.Equal(
            $"{People} {People} {People}",
            await cluster.Database.ScalarAsync("""
                SELECT concat_ws(' ', (SELECT count(*) FROM muster.agent WHERE version = 1),
                    (SELECT count(DISTINCT employee_number) FROM muster.agent),
                    (SELECT count(*) FROM muster.agent_event))
                """));
    }

    private static async Task<JsonElement> SourceAsync(ProcessCluster cluster, string node, Followed source) =>
        (await cluster.Administrator.GetAsync(cluster[node].Address, "/synchronization/sources"))
        .Is(HttpStatusCode.OK).Body.GetProperty("items").EnumerateArray()
        .Single(row => row.GetProperty("id").GetGuid() == source.Id);

    private sealed record Followed(Guid Id, string Lease);
}
