using System.Globalization;
using Muster.Adherence.Engine;
using Muster.Bench.Cluster;
using Muster.Bench.Stage;
using Muster.Server.Adherence.Results;
using Muster.Storage;
using Muster.Storage.Adherence;
using Muster.Testing;
using NodaTime;

namespace Muster.Bench.Adherence;

/// <summary>
/// What it costs to store a quarter of an hour of 5,000 agents when it is over: rows made by the engine's thread, and
/// written; beside the server's own copy of the same rows.
/// </summary>
internal static class ResultsBench
{
    private const int Agents = 5_000;
    private const int EventsEach = 100;
    private const int AgentsAtOnce = 250;
    private const int Quarters = 12;

    private static readonly Duration Quarter = Duration.FromMinutes(15);

    public static async Task<int> RunAsync(CancellationToken token)
    {
        await using var home = await BenchDatabase.OpenAsync(token);
        await using var database = Database.Open(
            new DatabaseSettings(home.ConnectionString, "bench", TimeSpan.FromSeconds(60), 4));
        await TestDatabase.ExecuteAsync(
            home.ConnectionString, "CREATE TABLE muster.bench_interval (LIKE muster.adherence_interval INCLUDING ALL)");
        var day = new AdherenceDay(Agents, EventsEach, seed: 13);
        var engine = day.Engine();
        engine.ApplyEvents(day.Events);
        var noon = day.Span.Start + Duration.FromHours(12);
        List<double> made = [], written = [], floors = [], ratios = [];
        for (var quarter = 0; quarter <= Quarters; quarter++)
        {
            var end = noon + (quarter * Quarter);
            engine.Advance(end);
            var (making, writing, rows) = await StoreAsync(database, day, engine, end, token);
            var floor = await FloorAsync(home.ConnectionString, end);
            if (quarter == 0)
            {
                // It had the day so far. What autovacuum does within a minute of so many rows is done now.
                await TestDatabase.ExecuteAsync(
                    home.ConnectionString, "ANALYZE muster.adherence_interval, muster.adherence_exception");
            }
            else
            {
                made.Add(making);
                written.Add(writing);
                floors.Add(floor);
                ratios.Add(writing / floor);
                Console.WriteLine($"  {rows} rows");
            }
        }

        Figures.Say("rows made of a quarter", Figures.Spread(made, "ms", "0"));
        Figures.Say("and written", Figures.Spread(written, "ms", "0"));
        Figures.Say("copied within the server", Figures.Spread(floors, "ms", "0"));
        Figures.Say("ratio of the two", Figures.Spread(ratios, "", "0.0"));
        return 0;
    }

    private static async Task<(double Made, double Written, int Rows)> StoreAsync(
        Database database, AdherenceDay day, AdherenceEngine engine, Instant end, CancellationToken token)
    {
        var (store, rows, due) = (new ResultStore(database), new RowMaking(), new List<DueRange>());
        var (made, written, count) = (TimeSpan.Zero, TimeSpan.Zero, 0);
        engine.TakeDue(end, due);
        foreach (var some in due.Chunk(AgentsAtOnce))
        {
            var began = TimeProvider.System.GetTimestamp();
            foreach (var range in some)
            {
                rows.Add(
                    engine, day.States, new Whereabouts(range.Agent, DateTimeZone.Utc),
                    new Interval(range.Start, range.End), day.Span.Start);
            }

            made += TimeProvider.System.GetElapsedTime(began);
            count += rows.Count;
            began = TimeProvider.System.GetTimestamp();
            await using var transaction = await BenchWrites.BeginAsync(database, token);
            await store.PutAsync(transaction, rows.Take(), token);
            await transaction.CommitAsync(token);
            written += TimeProvider.System.GetElapsedTime(began);
        }

        return (made.TotalMilliseconds, written.TotalMilliseconds, count);
    }

    private static async Task<double> FloorAsync(string connection, Instant end)
    {
        var start = (end - Quarter).ToDateTimeUtc().ToString("yyyy-MM-dd HH:mm:ssZ", CultureInfo.InvariantCulture);
        var began = TimeProvider.System.GetTimestamp();
        await TestDatabase.ExecuteAsync(
            connection,
            $"INSERT INTO muster.bench_interval SELECT * FROM muster.adherence_interval WHERE starts_at = '{start}'");
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }
}
