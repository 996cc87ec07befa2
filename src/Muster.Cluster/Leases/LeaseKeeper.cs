namespace Muster.Cluster.Leases;

/// <summary>
/// Takes leases and keeps them. Each has a connection and a loop of its own that never waits for work. Safe for many
/// threads.
/// </summary>
public sealed class LeaseKeeper(
    ILeaseStore store, NodeId node, LeaseTiming timing, TimeProvider time, IStrand strand)
{
    private readonly Dictionary<string, Lease?> _known = [];

    /// <summary>
    /// Waits until this node has the lease. Dispose it to free it; <see cref="Lease.Lost"/> tells when to stop.
    /// </summary>
    /// <exception cref="InvalidOperationException">This node holds or awaits it already.</exception>
    public Task<Lease> AcquireAsync(string name, CancellationToken token) =>
        strand.RunAsync(() => AcquireOnceAsync(name, token), token);

    /// <summary>Something about a lease has changed: its keeper looks at once, not at its next renewal.</summary>
    public void Look(string name) => strand.Post(() => _known.GetValueOrDefault(name)?.Look());

    internal void Forget(string name) => _known.Remove(name);

    private async Task<Lease> AcquireOnceAsync(string name, CancellationToken token)
    {
        if (!_known.TryAdd(name, null))
        {
            throw new InvalidOperationException($"This node holds or awaits the lease {name} already.");
        }

        try
        {
            var lease = await AcquireWhenAnsweredAsync(name, token);
            _known[name] = lease;
            lease.Start();
            return lease;
        }
        finally
        {
            if (_known[name] is null)
            {
                Forget(name);
            }
        }
    }

    private async Task<Lease> AcquireWhenAnsweredAsync(string name, CancellationToken token)
    {
        while (true)
        {
            try
            {
                return await AcquireFromAsync(name, token);
            }
            catch (StoreAwayException)
            {
                await Task.Delay(timing.Retry, time, token);
            }
        }
    }

    private async Task<Lease> AcquireFromAsync(string name, CancellationToken token)
    {
        var session = await store.OpenAsync(name, token);
        try
        {
            var (decision, fence, sentAt) = await WaitForTurnAsync(session, token);
            return new Lease(
                new LeaseTenure(fence, decision.Reason, session, sentAt), stop => store.OpenAsync(name, stop), timing,
                time, this);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private async Task<(LeaseDecision Decision, Fence Fence, long SentAt)> WaitForTurnAsync(
        ILeaseSession session, CancellationToken token)
    {
        var watch = new LeaseWatch(timing.Life, time);
        while (true)
        {
            var sentAt = time.GetTimestamp();
            var attempt = await session.TryAsync(
                node, view => LeasePolicy.Decide(view, node, watch.StandsStill(view), timing), token);
            if (attempt.Fence is { } fence)
            {
                return (attempt.Decision, fence, await FreshAsync(session, fence, sentAt, token));
            }

            await session.WaitForHolderAsync(((LeaseDecision.Wait)attempt.Decision).AtMost, token);
        }
    }

    // A takeover may have waited for a fenced transaction of its predecessor; then its own life has to be counted anew.
    private async Task<long> FreshAsync(ILeaseSession session, Fence fence, long sentAt, CancellationToken token)
    {
        if (time.GetElapsedTime(sentAt) < timing.Renew)
        {
            return sentAt;
        }

        var renewedAt = time.GetTimestamp();
        return (await session.RenewAsync(fence, token)).Held
            ? renewedAt
            : throw new StoreAwayException($"The lease {fence} ran out before it was taken up.");
    }
}
