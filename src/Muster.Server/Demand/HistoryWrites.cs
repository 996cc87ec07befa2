using System.Globalization;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Storage;
using Muster.Storage.Demand;

namespace Muster.Server.Demand;

/// <summary>Writes history: all of it or nothing.</summary>
public sealed class HistoryWrites(HistoryStore store)
{
    /// <summary>The most intervals that are written at once.</summary>
    public const int MostRows = 2_000_000;

    private const int ManyRows = 50_000;

    /// <param name="rows">Each interval at most once.</param>
    public async Task<Outcome<HistoryCounts>> WriteAsync(
        WriteTransaction transaction, BusinessUnitId unit, IReadOnlyList<HistoryInterval> rows, CancellationToken token)
    {
        var lengths = rows.GroupBy(row => row.Queue)
            .ToDictionary(queue => queue.Key, queue => queue.First().Minutes);
        var queues = await store.OpenQueuesAsync(transaction, unit, lengths, token);
        foreach (var (name, minutes) in lengths)
        {
            if (queues[name].Minutes != minutes)
            {
                return new Refusal.Invalid("minutes", string.Create(CultureInfo.InvariantCulture,
                    $"are {minutes} for the queue {name}, whose history has {queues[name].Minutes}.\n")
                    + "Maybe bring them in that length, or forget the queue's history first.");
            }
        }

        return await store.PutAsync(transaction, queues, rows, token);
    }

    /// <summary>After much was written, and committed.</summary>
    public Task SettleAsync(int rows, CancellationToken token) =>
        rows >= ManyRows ? store.AnalyzeAsync(token) : Task.CompletedTask;
}
