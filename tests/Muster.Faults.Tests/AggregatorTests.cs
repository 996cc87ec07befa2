using Muster.Faults.Tests.Nodes;
using Muster.Faults.Tests.Results;
using Muster.Testing;
using Npgsql;

namespace Muster.Faults.Tests;

/// <summary>
/// The aggregator that stores results goes away, again and again: at the end there is what one alone would have stored.
/// </summary>
public sealed class AggregatorTests
{
    private const string Lease = "aggregator";
    private const string Role = "Server:Roles=aggregator";
    private static readonly string[] Pair = ["a", "b"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public Task Results_are_those_of_an_uninterrupted_run_whatever_happens_to_aggregators() => RunAsync(5);

    [Fact]
    [Trait("Faults", "nightly")]
    public Task Results_are_those_of_an_uninterrupted_run_after_many_kills_too() => RunAsync(200);

    private static async Task RunAsync(int rounds)
    {
        await using var cluster = await ProcessCluster.OpenAsync();
        var stored = new StoredResults(cluster.Database);

        // What was committed is there after a kill of PostgreSQL.
        await cluster.Database.ScalarAsync(
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = on', current_database()); END $$");
        await cluster.AddAsync("s", "Server:Roles=server");
        await Task.WhenAll(Pair.Select(name => cluster.AddAsync(name, Role)));
        var agents = await JudgedAgents.MakeAsync(cluster, (DateTime)(await cluster.Database.ScalarAsync(
            "SELECT date_trunc('minute', clock_timestamp())"))!);
        using var stop = new CancellationTokenSource();
        var telling = TellAsync(agents, stop.Token);
        var chance = new Random(rounds);
        for (var round = 0; round < rounds; round++)
        {
            await KillHolderAsync(cluster, chance);
        }

        await PauseWriterAsync(cluster);
        await LeaveAloneAsync(cluster);
        await KillDatabaseAsync(cluster);
        await stop.CancelAsync();
        await telling;
        await CompareAsync(cluster, stored);
        Told.Say($"{agents.Told} events were told.");
    }

    // PostgreSQL is away for a moment in between: then it is told again.
    private static async Task TellAsync(JudgedAgents agents, CancellationToken stop)
    {
        for (var times = 0; !stop.IsCancellationRequested; times++)
        {
            try
            {
                await agents.TellAsync(10);
                if (times % 10 == 0)
                {
                    await agents.ChangeAsync();
                }
            }
            catch (Exception away) when (away is HttpRequestException or Xunit.Sdk.XunitException)
            {
                Told.Say($"Not told: {away.Message}");
            }

            // A handful of agents is told of no faster.
            await PauseAsync(20);
        }
    }

    private static Task PauseAsync(int milliseconds) =>
        Until.StaysFineAsync(TimeSpan.FromMilliseconds(milliseconds), () => Task.FromResult<string?>(null));

    private static async Task<Duty> HolderAsync(ProcessCluster cluster, Duty? not = null)
    {
        Duty? found = null;
        var took = await Until.FineAsync(Patience, async () =>
        {
            found = (await cluster.LookAsync(cluster["s"])).DutyOf(Lease);
            return found is { Holder: not null } && found.Epoch != not?.Epoch ? null : $"The duty is {found}.";
        });
        if (not is not null)
        {
            Told.Took($"{found!.Holder} took over from {not.Holder}", took);
        }

        return found!;
    }

    private static async Task KillHolderAsync(ProcessCluster cluster, Random chance)
    {
        var old = await HolderAsync(cluster);
        await WrittenAsync(cluster);
        await PauseAsync(chance.Next(400));
        await cluster[old.Holder!].Muster.KillAsync();
        await HolderAsync(cluster, old);
        Told.Took("stored again after a kill", await WrittenAsync(cluster));
        await cluster.AddAsync(old.Holder!, Role);
    }

    // Something is stored after now.
    private static async Task<TimeSpan> WrittenAsync(ProcessCluster cluster)
    {
        const string Read = "SELECT coalesce((SELECT log_seq FROM muster.adherence_position), 0)";
        var before = (long)(await cluster.Database.ScalarAsync(Read))!;
        return await Until.FineAsync(Patience, async () =>
            (long)(await cluster.Database.ScalarAsync(Read))! > before ? null : $"Nothing is stored after {before}.");
    }

    // It stands still when its rows are written and its position is not.
    private static async Task PauseWriterAsync(ProcessCluster cluster)
    {
        var old = await HolderAsync(cluster);
        var sleeper = cluster[old.Holder!].Muster;
        await using (var session = new NpgsqlConnection(cluster.Database.ConnectionString))
        {
            await session.OpenAsync();
            await using var transaction = await session.BeginTransactionAsync();
            await using var hold = new NpgsqlCommand("LOCK TABLE muster.adherence_position IN SHARE MODE", session);
            await hold.ExecuteNonQueryAsync();
            await cluster.Database.UntilAsync("""
                SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted
                    AND relation = 'muster.adherence_position'::regclass)
                """);
            await sleeper.PauseAsync();
        }

        await HolderAsync(cluster, old);
        await WrittenAsync(cluster);
        await sleeper.ResumeAsync();
        await Until.FineAsync(Patience, () => Task.FromResult(
            sleeper.Said.Contains("Gave up aggregator", StringComparison.Ordinal) ? null : "It has not noticed."));
    }

    private static async Task LeaveAloneAsync(ProcessCluster cluster)
    {
        await Task.WhenAll(Pair.Select(name => cluster[name].Muster.KillAsync()));
        var before = await cluster.Database.ScalarAsync("SELECT last FROM muster.event_feed");
        await cluster.Database.UntilAsync($"SELECT last > {before} + 100 FROM muster.event_feed");
        await Task.WhenAll(Pair.Select(name => cluster.AddAsync(name, Role)));
        await WrittenAsync(cluster);
    }

    private static async Task KillDatabaseAsync(ProcessCluster cluster)
    {
        await Postmaster.KillAsync(cluster);
        await Until.FineAsync(Patience, async () =>
        {
            try
            {
                await cluster.Database.ScalarAsync("SELECT 1");
                return null;
            }
            catch (NpgsqlException away)
            {
                return away.Message;
            }
        });
        await WrittenAsync(cluster);
    }

    private static async Task CompareAsync(ProcessCluster cluster, StoredResults stored)
    {
        Told.Took("all stored", await stored.UntilStoredAsync());
        await Task.WhenAll(Pair.Select(name => cluster[name].Muster.KillAsync()));
        var rows = await stored.PutAsideAsync();
        await cluster.AddAsync("alone", Role);
        Told.Took("all stored anew", await stored.UntilStoredAsync());
        Assert.Null(await stored.DifferenceAsync());
        Assert.True(rows > 100, $"{rows} rows only");
    }
}
