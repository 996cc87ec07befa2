using System.Collections.Concurrent;
using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Server.Agreement;
using Muster.Server.Options;
using Muster.Server.Telemetry;
using Muster.Storage;
using Muster.Storage.Scheduling;

namespace Muster.Server.Scheduling;

/// <summary>
/// This node as a builder: whenever it is free it takes the next part of a build, searches, and keeps the best. It
/// hears at once that there is something to do; if that word is lost, it looks by itself a second later.
/// </summary>
public sealed partial class BuilderPool(
    BuildStarting starting, BuildPartStore parts, ClusterNode node, BuilderOptions options, TimeProvider time,
    ILogger<BuilderPool> logger)
    : BackgroundService
{
    // A part that ends every builder, or that the database never takes, before anything of it is kept, would keep all
    // others waiting for ever.
    private const int MostTakings = 20;

    private const string Fruitless =
        "Twenty builders have taken this on, and each has ended or lost the database before it had found anything.\n"
        + "Maybe fewer agents or weeks at once; the builders' logs tell more.";

    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);

    // Followed from before the node joins; else nobody here would hear that a build is asked for.
    private readonly Cached<ChangeMarks> _followed = node.FollowMarks(BuildStore.Scope);
    private readonly ConcurrentDictionary<string, int> _mine = new();
    private readonly SemaphoreSlim _taking = new(1);
    private readonly Outage _outage = new();
    private readonly List<Wake> _slots = [.. Enumerable.Range(0, options.SlotsHere).Select(_ => new Wake(time))];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        node.Applied += Hear;
        try
        {
            await Task.WhenAll(_slots.Select(slot => WorkAsync(slot, stoppingToken)));
        }
        finally
        {
            node.Applied -= Hear;
        }
    }

    private void Hear(ScopeName scope, ScopePosition position)
    {
        if (scope == BuildStore.Scope)
        {
            _slots.ForEach(slot => slot.Set());
        }
    }

    private async Task WorkAsync(Wake slot, CancellationToken token)
    {
        var isKnown = false;
        while (true)
        {
            try
            {
                if (!isKnown)
                {
                    await parts.EnterAsync(node.Self, options.SlotsHere, token);
                    isKnown = true;
                }

                while (await TakeAsync(token) is { } claim)
                {
                    await BuildAsync(claim, token);
                }
            }
            catch (Exception problem) when (StorageTrouble.IsPassing(problem))
            {
                TellAway(problem);
            }

            await slot.WaitAsync(Refresh, token);
        }
    }

    // One at a time: what this node has just taken would seem forgotten to its other slots.
    private async Task<BuildClaim?> TakeAsync(CancellationToken token)
    {
        await _taking.WaitAsync(token);
        try
        {
            var claim = await parts.TakeAsync(node.Self, _mine.Keys, token);
            TellBack();
            if (claim is not null)
            {
                _mine[KeyOf(claim)] = claim.Claim;
            }

            return claim;
        }
        finally
        {
            _taking.Release();
        }
    }

    private void TellAway(Exception problem)
    {
        if (_outage.Begin())
        {
            Away(StorageTrouble.Describe(problem));
        }
    }

    private void TellBack()
    {
        if (_outage.End())
        {
            Back();
        }
    }

    private async Task BuildAsync(BuildClaim claim, CancellationToken token)
    {
        var key = KeyOf(claim);
        try
        {
            await (claim.Claim > MostTakings && claim.Spent == TimeSpan.Zero
                ? starting.FailAsync(claim, Fruitless, token)
                : starting.RunAsync(claim, token));
        }
        catch (Exception fault) when (IsOfThisBuild(fault)) // Edge: one part. The others go on.
        {
            Failed(fault, key);
            await starting.FailAsync(claim, $"A fault of Muster: {fault.Message}", token);
        }
        finally
        {
            // A later taking of the same part, by another slot, is not this one's to forget.
            _mine.TryRemove(KeyValuePair.Create(key, claim.Claim));
        }
    }

    private static string KeyOf(BuildClaim claim) => $"{claim.Build}/{claim.Number}";

    private static bool IsOfThisBuild(Exception fault) =>
        fault is not OperationCanceledException && !StorageTrouble.IsPassing(fault);
}
