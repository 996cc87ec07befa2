using System.Net;
using Muster.Faults.Tests.Histories;
using Muster.Faults.Tests.Nodes;
using Muster.Testing;

namespace Muster.Faults.Tests;

/// <summary>A change of rights on one node holds on every other as soon as it is reported as applied.</summary>
public sealed class AccessTests
{
    private static readonly string[] All = ["a", "b", "c"];

    [Fact]
    public async Task Rights_taken_away_on_one_node_are_refused_by_the_very_next_request_on_every_other()
    {
        await using var cluster = await ProcessCluster.StartAsync(All);
        var (paul, id) = await cluster.AddPersonAsync(cluster["a"], "paul");
        await IsInAsync(cluster, paul);

        await cluster.DisableAsync(cluster["a"], id);
        var applied = await cluster.AppliedAsync(cluster["a"]);

        Told.Say(applied.Text);
        Assert.True(applied.Body.GetProperty("complete").GetBoolean(), applied.Text);
        foreach (var name in All)
        {
            (await paul.GetAsync(cluster[name].Address, "/session")).Is(HttpStatusCode.Unauthorized);
        }

        await NoOldReadAsync(cluster, async register =>
        {
            for (var write = 0; write < 30; write++)
            {
                await register.WriteAsync(cluster[All[write % All.Length]]);
            }
        });
    }

    [Fact]
    public async Task With_mesh_and_notices_off_a_change_still_holds_everywhere_within_the_cache_slack()
    {
        await using var cluster = await ProcessCluster.OpenAsync();
        await Task.WhenAll(All.Select(name => cluster.AddAsync(
            name, "Server:WebEvents=false", "Database:Notify=false", "Server:CacheSlack=1")));
        Assert.Equal(
            "The mesh is off: Server:WebEvents is false.", (await cluster.LookAsync(cluster["b"])).Sentence);
        var (paul, id) = await cluster.AddPersonAsync(cluster["a"], "paul");
        await IsInAsync(cluster, paul);

        await cluster.DisableAsync(cluster["a"], id);

        Told.Took("refused everywhere", await Until.FineAsync(TimeSpan.FromSeconds(1.2), async () =>
        {
            var answers = await Task.WhenAll(All.Select(name => paul.GetAsync(cluster[name].Address, "/session")));
            return answers.All(answer => answer.Status == HttpStatusCode.Unauthorized) ? null : "Paul is let in.";
        }));
    }

    [Fact]
    [Trait("Faults", "nightly")]
    public async Task Nodes_that_are_killed_and_paused_all_the_while_show_nothing_older_than_reported()
    {
        await using var cluster = await ProcessCluster.StartAsync(All);
        await NoOldReadAsync(cluster, async register =>
        {
            foreach (var victim in new[] { "b", "c", "b" })
            {
                await register.WriteAsync(cluster["a"]);
                await cluster[victim].Muster.PauseAsync();
                await register.WriteAsync(cluster["a"]);
                await register.WriteAsync(cluster["a"]);
                await cluster[victim].Muster.ResumeAsync();
                await register.WriteAsync(cluster["a"]);
                await cluster[victim].Muster.KillAsync();
                await register.WriteAsync(cluster["a"]);
                await cluster.AddAsync(victim);
                await register.WriteAsync(cluster[victim]);
            }
        });
    }

    private static async Task NoOldReadAsync(ProcessCluster cluster, Func<Register, Task> work)
    {
        var history = new History();
        var register = await Register.MakeAsync(cluster, cluster["a"], history);
        using var stop = new CancellationTokenSource();
        var readers = All.Select(name => register.ReadAsync(name, stop.Token)).ToList();
        try
        {
            await work(register);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(readers);
        }

        Told.Say($"{history.Reads} reads judged.");
        Assert.True(history.Reads > 100, $"{history.Reads} reads only");
        Assert.Empty(history.Faults());
        Assert.All(All, name => Assert.Equal(0, cluster.LookAsync(cluster[name]).Result.StaleReads));
    }

    private static async Task IsInAsync(ProcessCluster cluster, Person person)
    {
        foreach (var name in All)
        {
            (await person.GetAsync(cluster[name].Address, "/session")).Is(HttpStatusCode.OK);
        }
    }
}
