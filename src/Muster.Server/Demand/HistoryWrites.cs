using System.Globalization;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Identity;
using Muster.Storage;
using Muster.Storage.Demand;

namespace Muster.Server.Demand;

/// <summary>Writes history: all of it or nothing.</summary>
public sealed partial class HistoryWrites(HistoryStore store, Audit audit, ILogger<HistoryWrites> logger)
{
    private const string Title = "history";

    /// <summary>The most intervals that are written at once.</summary>
    public const int MostRows = 2_000_000;

    private const int ManyRows = 50_000;

    /// <param name="rows">Each interval at most once; those of a queue have one length.</param>
    public async Task<Outcome<HistoryCounts>> WriteAsync(
        WriteTransaction transaction, BusinessUnitId unit, IReadOnlyList<HistoryInterval> rows, CancellationToken token)
    {
        var lengths = new Dictionary<string, int>();
        foreach (var row in rows)
        {
            lengths[row.Queue] = row.Minutes;
        }

        var queues = await store.OpenQueuesAsync(transaction, unit, lengths, token);
        foreach (var (name, minutes) in lengths)
        {
            if (!queues.TryGetValue(name, out var queue))
            {
                return new Refusal.Conflict(
                    $"The history of the queue {name} was forgotten at the same moment.\nMaybe send it again.");
            }

            if (queue.Minutes != minutes)
            {
                return new Refusal.Invalid("minutes", string.Create(CultureInfo.InvariantCulture,
                    $"are {minutes} for the queue {name}, whose history has {queue.Minutes}.\n")
                    + "Maybe bring them in that length, or forget the queue's history first.");
            }
        }

        var counts = await store.PutAsync(transaction, queues, rows, token);
        await audit.AppendAsync(
            transaction, new AuditSubject("written", Title, unit.ToString()), null,
            new { queues = lengths.Keys, added = counts.Added, changed = counts.Changed }, token);
        return counts;
    }

    /// <returns>False when there is no such queue.</returns>
    public async Task<bool> ForgetAsync(
        WriteTransaction transaction, BusinessUnitId unit, string queue, CancellationToken token)
    {
        if (!await store.ForgetAsync(transaction, unit, queue, token))
        {
            return false;
        }

        await audit.AppendAsync(
            transaction, new AuditSubject("forgotten", Title, unit.ToString()), new { queue }, null, token);
        return true;
    }

    /// <summary>After much was written, and committed: nobody need wait for it, and it may fail.</summary>
    public async Task SettleAsync(int rows, CancellationToken token)
    {
        if (rows < ManyRows)
        {
            return;
        }

        try
        {
            await store.AnalyzeAsync(token);
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            NotSettled(problem.Message);
        }
    }
}
