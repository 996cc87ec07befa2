using Muster.Cluster.Streams;
using Muster.Storage;
using Muster.Storage.Api;
using Muster.Storage.Schedules;

namespace Muster.Server.Schedules;

/// <summary>Says how far publishes of many days are, on whichever node somebody asks.</summary>
public sealed class PublishTelling(PublishProgressStore store, ScheduleReceipts receipts, TimeProvider time)
{
    // PostgreSQL ends a transaction that idles for two seconds, and that of the publish idles meanwhile.
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(0.5);

    /// <summary>What is told the steps of a request. Without an Idempotency-Key nobody could ask for them.</summary>
    public Func<PublishSteps, CancellationToken, Task> For(IdempotencyKey? key) =>
        (steps, token) => key is null ? Task.CompletedTask : NoteAsync(key, steps, token);

    /// <summary>Null: nothing is known of it. The receipt is there when it is committed.</summary>
    public async Task<(PublishProgress Progress, AppliedReceipt? Receipt)?> FindAsync(
        IdempotencyKey key, CancellationToken token) =>
        await store.FindAsync(key, token) is not { } progress ? null
        : (progress, progress.Version is { } version
            ? await receipts.WaitAsync(version, TimeSpan.Zero, token)
            : null);

    private async Task NoteAsync(IdempotencyKey key, PublishSteps steps, CancellationToken token)
    {
        using var brief = new CancellationTokenSource(Brief, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(brief.Token, token);
        try
        {
            await store.PutAsync(key, steps, time.GetUtcNow(), either.Token);
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            // Nobody learns of this step; the publish itself goes on.
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            // It took too long: as above.
        }
    }
}
