using Muster.Server.Adherence.Results;
using Muster.Server.Agreement;
using Muster.Server.Events;
using Muster.Server.Options;
using Muster.Storage;

namespace Muster.Server.Identity;

/// <summary>
/// Clears out what has expired or was forgotten, once an hour, on one node. A row goes only once whoever deletes it, so
/// nothing here needs a fence.
/// </summary>
public sealed partial class Housekeeping(
    HousekeepingStores stores, EventHousekeeping events, ResultHousekeeping results, LeasedDuty duty,
    LimitOptions options, TimeProvider time, ILogger<Housekeeping> logger)
    : BackgroundService
{
    public const string Lease = "housekeeping";

    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    // Expired tokens stay on the list for a month, so that one can see what was issued and used.
    private static readonly TimeSpan TokensKept = TimeSpan.FromDays(30);

    public async Task ClearAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        var forgotten = now - TimeSpan.FromHours(options.IdempotencyHours);
        var removed = await stores.Sessions.DeleteExpiredAsync(now, token)
            + await stores.Tokens.DeleteExpiredAsync(now - TokensKept, token)
            + await stores.Answers.DeleteOldAsync(forgotten, token)
            + await stores.Progress.DeleteOldAsync(forgotten, token)
            + await stores.History.DeleteForgottenAsync(now, token)
            + await events.ClearAsync(now, token);
        Done(removed);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        duty.RunAsync(Lease, (_, token) => ClearEveryHourAsync(token), stoppingToken);

    private async Task ClearEveryHourAsync(CancellationToken token)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            await TryAsync(stores.Changes.KeepPartitionsAsync, token);
            await TryAsync(events.KeepPartitionsAsync, token);
            await TryAsync(results.KeepPartitionsAsync, token);
            await TryAsync(ClearAsync, token);
        }
        while (await timer.WaitForNextTickAsync(token));
    }

    // Each by itself: the change log needs its partitions, whatever cannot be cleared out.
    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken token)
    {
        try
        {
            await work(token);
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            Failed(problem);
        }
    }
}
