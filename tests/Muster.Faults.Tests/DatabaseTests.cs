using System.Net;
using Muster.Faults.Tests.Nodes;
using Muster.Testing;
using Npgsql;

namespace Muster.Faults.Tests;

/// <summary>The database dies, or is full.</summary>
public sealed class DatabaseTests
{
    private static readonly string[] All = ["a", "b"];

    [Fact]
    public async Task Nodes_come_back_by_themselves_when_the_database_was_killed()
    {
        await using var cluster = await ProcessCluster.StartAsync(All);
        var before = (await cluster.LookAsync(cluster["a"])).Housekeeping!;

        await Postmaster.KillAsync(cluster);

        Told.Took("all answer again", await Until.FineAsync(TimeSpan.FromSeconds(10), async () =>
        {
            foreach (var node in cluster.Nodes)
            {
                var answer = await cluster.Administrator.GetAsync(node.Address, "/system/cluster");
                if (answer.Status != HttpStatusCode.OK || new Picture(answer.Body) is not { Live: "a b" } seen
                    || seen.Housekeeping?.Holder is null)
                {
                    return $"{node.Name} answers {(int)answer.Status}: {answer.Text}";
                }
            }

            return null;
        }));
        Assert.True((await cluster.LookAsync(cluster["a"])).Housekeeping!.Epoch >= before.Epoch);
        await RevokesAsync(cluster);
    }

    [Fact]
    [Trait("Faults", "nightly")]
    public async Task Nodes_come_through_a_time_in_which_the_database_takes_no_connections()
    {
        await using var cluster = await ProcessCluster.StartAsync(All);
        var taken = new List<NpgsqlConnection>();
        try
        {
            await TakeAllAsync(cluster, taken);
            await Until.StaysFineAsync(TimeSpan.FromSeconds(4), async () =>
            {
                var status = (await cluster.Administrator.GetAsync(cluster["b"].Address, "/session")).Status;
                return status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable ? null : $"{status}";
            });
        }
        finally
        {
            taken.ForEach(connection => connection.Dispose());
        }

        Told.Took("settled", await cluster.SettledAsync(All));
        await RevokesAsync(cluster);
    }

    private static async Task RevokesAsync(ProcessCluster cluster)
    {
        var (paul, id) = await cluster.AddPersonAsync(cluster["a"], "paul");
        (await paul.GetAsync(cluster["b"].Address, "/session")).Is(HttpStatusCode.OK);
        await cluster.DisableAsync(cluster["a"], id);
        var applied = await cluster.AppliedAsync(cluster["a"]);
        Assert.True(applied.Body.GetProperty("complete").GetBoolean(), applied.Text);
        (await paul.GetAsync(cluster["b"].Address, "/session")).Is(HttpStatusCode.Unauthorized);
    }

    private static async Task TakeAllAsync(ProcessCluster cluster, List<NpgsqlConnection> taken)
    {
        try
        {
            while (true)
            {
                var connection = new NpgsqlConnection(cluster.Database.ConnectionString + ";Pooling=false");
                await connection.OpenAsync();
                taken.Add(connection);
            }
        }
        catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            Told.Say($"{taken.Count} connections taken.");
        }
    }
}
