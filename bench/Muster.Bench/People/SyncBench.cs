using Muster.Bench.Cluster;
using Muster.Bench.Stage;
using Muster.Cluster.Streams;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Server.Directories;
using Muster.Server.People;
using Muster.Storage;
using Muster.Storage.People;
using Muster.Storage.Synchronization;
using Muster.Testing;
using NodaTime;

namespace Muster.Bench.People;

/// <summary>
/// A directory of 100,000 people with ten skills each: read in full beside a COPY of the rows that this makes, with
/// people being looked up meanwhile; and then single events, until all of four nodes have applied them.
/// </summary>
internal static class SyncBench
{
    private const int People = 100_000;
    private const int Events = 200;
    private const int Nodes = 4;

    // Written as the directory's API writes them; that way takes seventeen seconds more, and is measured elsewhere.
    private const string Fill = """
        INSERT INTO directory.entry (kind, external_id, tenant, record, version, changed_at)
        SELECT 'tenant', 't', 't', '{"name": "Bank"}', 1, now()
        UNION ALL
        SELECT 'skill', 's' || n, 't', jsonb_build_object('tenant', 't', 'name', 'Skill ' || n), 1, now()
        FROM generate_series(1, 50) n
        UNION ALL
        SELECT 'person', 'p' || n, 't', jsonb_build_object(
            'tenant', 't', 'user_name', 'user' || n, 'employee_number', 'n' || n, 'first_name', 'Ann',
            'last_name', 'Lee ' || n, 'email', 'p' || n || '@bank.example', 'is_agent', true, 'is_active', true,
            'skills', (
                SELECT jsonb_agg(jsonb_build_object('skill', 's' || 1 + (n + 5 * k) % 50, 'level', (n + k) % 100))
                FROM generate_series(0, 9) k),
            'logins', '[]'::jsonb), 1, now()
        FROM generate_series(1, $PEOPLE) n
        """;

    public static async Task<int> RunAsync(CancellationToken token)
    {
        await using var home = await BenchDatabase.OpenAsync(token);
        await TestDatabase.ExecuteAsync(
            home.ConnectionString, Fill.Replace("$PEOPLE", $"{People}", StringComparison.Ordinal));
        await using var nodes = await BenchNodes.StartAsync(home.ConnectionString, new BenchShape(Nodes), token);
        await ReadAllAsync(nodes, home.ConnectionString, token);
        await TellAsync(nodes, token);
        return 0;
    }

    private static async Task ReadAllAsync(BenchNodes nodes, string connection, CancellationToken token)
    {
        var database = nodes.Database;
        var reader = new PeopleStore(database);
        var began = TimeProvider.System.GetTimestamp();
        var source = await DefineAsync(database, token);
        var runs = new RunStore(database);
        var reads = new List<double>();
        while (await runs.FindAsync(source, RunState.Done, token) is null)
        {
            reads.Add(await LookAsync(reader, token));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, token);
        }

        var took = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var quiet = new List<double>();
        for (var index = 0; index < reads.Count; index++)
        {
            quiet.Add(await LookAsync(reader, token));
        }

        var floor = await CopyAsync(connection);
        var run = (await runs.FindAsync(source, RunState.Done, token))!;
        Figures.Say("read in full", $"{run.Counts.Objects} objects in {Figures.Text(took, "0.0")} s: {run.Sentence}");
        Figures.Say(
            "COPY of agents, mirror and history",
            $"{Figures.Text(floor, "0.0")} s; the reading takes {Figures.Text(took / floor, "0.0")} x that");
        Figures.Say(
            "an agent looked up, p50 quiet and meanwhile",
            $"{Figures.Text(Figures.Median(quiet), "0.00")} ms, {Figures.Text(Figures.Median(reads), "0.00")} ms");
    }

    private static async Task<SourceId> DefineAsync(Database database, CancellationToken token)
    {
        var source = new SourceDefinition
        {
            Id = new SourceId(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())),
            Name = "hr",
            Type = SourceType.Directory,
        };
        await using var transaction = await BenchWrites.BeginAsync(database, token);
        await new SourceStore(database).InsertAsync(transaction, source, token);
        transaction.Record(SourceStore.Scope, new Change(
            SourceStore.Entity, source.Id.ToString(), 1, ChangeOperation.Put));
        await transaction.CommitAsync(token);
        return source.Id;
    }

    // What a page of the list shows: fifty agents of whoever is called so.
    private static async Task<double> LookAsync(PeopleStore reader, CancellationToken token)
    {
        var began = TimeProvider.System.GetTimestamp();
        await reader.ListAsync(new AgentFilter(new LocalDate(2026, 11, 21)), 0, 50, token);
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<double> CopyAsync(string connection)
    {
        var file = Path.Combine(Path.GetTempPath(), $"muster-bench-{Path.GetRandomFileName()}");
        var seconds = 0.0;
        foreach (var table in new[] { "muster.agent", "muster.identity", "muster.agent_event" })
        {
            await TestDatabase.ExecuteAsync(connection, $"COPY {table} TO '{file}'");
            await TestDatabase.ExecuteAsync(connection, $"CREATE TABLE bench_copy (LIKE {table})");
            var began = TimeProvider.System.GetTimestamp();
            await TestDatabase.ExecuteAsync(connection, $"COPY bench_copy FROM '{file}'");
            seconds += TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            await TestDatabase.ExecuteAsync(connection, "DROP TABLE bench_copy");
            File.Delete(file);
        }

        return seconds;
    }

    private static async Task TellAsync(BenchNodes nodes, CancellationToken token)
    {
        var writes = new DirectoryWrites(new Storage.Directories.DirectoryStore(nodes.Database));
        var times = new List<double>();
        for (var index = 0; index < Events; index++)
        {
            var before = nodes.Nodes[0].Positions[PeopleScope.Name];
            var began = TimeProvider.System.GetTimestamp();
            await using (var transaction = await BenchWrites.BeginAsync(nodes.Database, token))
            {
                await writes.WriteAsync(
                    transaction, ObjectKind.Person, [new DirectoryItem(1, $"p{index + 1}", Person(index))], token);
                await transaction.CommitAsync(token);
            }

            while (!nodes.Nodes.All(node => node.Positions[PeopleScope.Name] > before))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, token);
            }

            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        Figures.Say(
            "directory event to applied on 4 nodes, p50",
            $"{Figures.Text(Figures.Median(times), "0")} ms, p99 {Figures.Text(Figures.Part(times, 0.99), "0")} ms");
    }

    private static SourcePerson Person(int index) => new()
    {
        Tenant = "t",
        FirstName = "Told",
        LastName = $"Lee {index}",
        EmployeeNumber = $"n{index + 1}",
    };
}
