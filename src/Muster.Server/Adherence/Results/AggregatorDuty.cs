using Muster.Cluster.Leases;
using Muster.Domain.Identity;
using Muster.Server.Agreement;
using Muster.Storage;
using Muster.Storage.Adherence;

namespace Muster.Server.Adherence.Results;

/// <summary>
/// Stores what the strand of adherence judges, in the one process that has the lease; the others remember it until it
/// is stored, and go on where the holder left off. All that is written is written fenced, with the position that it
/// reaches.
/// </summary>
internal sealed partial class AggregatorDuty(
    ResultDesk desk, ResultWriting writing, RecountWork recounts, LeasedDuty duty, AggregatorMetrics metrics,
    TimeProvider time, ILogger<AggregatorDuty> logger) : BackgroundService
{
    public const string Lease = "aggregator";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // What failed by a mistake of ours is likely to fail again.
    private static readonly TimeSpan RetryAfterFault = TimeSpan.FromSeconds(15);

    private bool _isAway;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        desk.Open();
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        duty.RunAsync(Lease, (lease, token) => WorkAsync(lease.Fence, token), stoppingToken);

    private async Task WorkAsync(Fence fence, CancellationToken token)
    {
        (metrics.Holds, desk.IsUsed) = (true, true);
        try
        {
            while (true)
            {
                await Task.Delay(await TryStoreAsync(fence, token), time, token);
            }
        }
        finally
        {
            (metrics.Holds, desk.IsUsed) = (false, false);
        }
    }

    /// <returns>After how long to try again.</returns>
    private async Task<TimeSpan> TryStoreAsync(Fence fence, CancellationToken token)
    {
        try
        {
            await StoreAsync(fence, token);
            return Pause;
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            TellAway(problem);
            return Pause;
        }
        catch (Exception fault) when (IsOurs(fault)) // Edge: role loop. The node goes on.
        {
            Failed(fault);
            return RetryAfterFault;
        }
    }

    // From what is stored, whoever has stored it, until something fails or the strand begins anew.
    private async Task StoreAsync(Fence fence, CancellationToken token)
    {
        long? written = null;
        ResultPosition? stored = null;
        while (await desk.AskAsync(written, token) is { } batch)
        {
            stored = written is null ? batch.Stored : stored;
            stored = await writing.WriteAsync(batch, stored, fence, token);
            written = batch.Number;
            TellBack();
            if (batch.Position is not null && !await recounts.WorkAsync(batch.Past, fence, token))
            {
                await Task.Delay(Pause, time, token);
            }
        }
    }

    private static bool IsOurs(Exception fault) => fault is not (OperationCanceledException or FenceLostException);

    private void TellBack() => _isAway = false;

    // Once, not with every attempt.
    private void TellAway(Exception problem)
    {
        if (!_isAway)
        {
            _isAway = true;
            Away(problem.Message);
        }
    }

    internal static WriteContext Context(DateTimeOffset at) => new(Actor.Muster("adherence"), at, Lease);
}
