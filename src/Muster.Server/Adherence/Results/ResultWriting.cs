using Muster.Cluster.Leases;
using Muster.Storage;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.Results;

/// <summary>Stores results, with the position that they reach and the past days that are to be judged anew.</summary>
internal sealed class ResultWriting(
    ResultStore results, RecountStore recounts, PastAsking past, ResultHousekeeping housekeeping, Database database,
    AggregatorMetrics metrics, TimeProvider time)
{
    // The position is raised so often although nothing is new, so that standbys need not remember what is stored.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <param name="stored">What is stored; null: nothing yet.</param>
    /// <returns>What is stored now.</returns>
    public async Task<ResultPosition?> WriteAsync(
        ResultBatch batch, ResultPosition? stored, Fence fence, CancellationToken token)
    {
        var position = IsWorthIt(batch, stored) ? batch.Position : null;
        if (position is null && batch.Rows.Ranges.Count == 0)
        {
            return stored;
        }

        var asked = position is null
            ? []
            : await past.FindAsync(stored, position, batch.Past, token);
        position = position is null ? null : position with { FirstDay = FirstDay(position, stored, asked) };
        await using var transaction = await database.BeginFencedAsync(
            AggregatorDuty.Context(time.GetUtcNow()), fence, token);
        await results.PutAsync(transaction, batch.Rows, token);
        if (position is not null)
        {
            await recounts.AskAsync(transaction, asked, token);
            await results.PutPositionAsync(transaction, position, token);
        }

        await transaction.CommitAsync(token);
        metrics.Stored(batch.Rows, position);
        if (position is not null)
        {
            past.Keep();
        }

        if (asked.Count > 0)
        {
            await MakeRoomAsync(token);
        }

        return position ?? stored;
    }

    // Months of past days have no partitions yet.
    private async Task MakeRoomAsync(CancellationToken token)
    {
        try
        {
            await housekeeping.KeepPartitionsAsync(token);
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            // They are made within the hour; until then the default partitions take the rows.
        }
    }

    private static LocalDate FirstDay(
        ResultPosition position, ResultPosition? stored, IReadOnlyCollection<Recount> asked) =>
        asked.Select(one => one.First).Append(stored?.FirstDay ?? position.FirstDay).Append(position.FirstDay).Min();

    private static bool IsWorthIt(ResultBatch batch, ResultPosition? stored) => batch.Position is { } position
        && (stored is null || batch.Rows.Ranges.Count > 0 || position.Until != stored.Until
            || position.ReadAt - stored.ReadAt >= Longest || position.ReadAt < stored.ReadAt
            || position.Schedules != stored.Schedules || position.Terms != stored.Terms);
}
