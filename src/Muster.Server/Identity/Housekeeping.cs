using Muster.Server.Options;
using Muster.Storage;
using Muster.Storage.Api;
using Muster.Storage.Identity;

namespace Muster.Server.Identity;

/// <summary>
/// Clears out what has expired, once an hour. Any number of nodes may do so at once: a row goes only once.
/// </summary>
public sealed partial class Housekeeping(
    SessionStore sessions, TokenStore tokens, IdempotencyStore answers, LimitOptions options, TimeProvider time,
    ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    // Expired tokens stay on the list for a month, so that one can see what was issued and used.
    private static readonly TimeSpan TokensKept = TimeSpan.FromDays(30);

    public async Task ClearAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        var removed = await sessions.DeleteExpiredAsync(now, token)
            + await tokens.DeleteExpiredAsync(now - TokensKept, token)
            + await answers.DeleteOldAsync(now - TimeSpan.FromHours(options.IdempotencyHours), token);
        Done(removed);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ClearAsync(stoppingToken);
            }
            catch (Exception problem) when (StorageTrouble.IsPassing(problem))
            {
                Failed(problem);
            }
        }
    }
}
