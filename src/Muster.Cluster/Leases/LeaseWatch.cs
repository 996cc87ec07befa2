namespace Muster.Cluster.Leases;

/// <summary>Watches by this node's own clock whether a holder still renews.</summary>
internal sealed class LeaseWatch(TimeSpan life, TimeProvider time)
{
    private (NodeId? Holder, long Renewal) _seen;
    private long _since = time.GetTimestamp();

    public bool StandsStill(LockedLease view)
    {
        if (_seen != (view.Holder, view.Renewal))
        {
            _seen = (view.Holder, view.Renewal);
            _since = time.GetTimestamp();
        }

        return time.GetElapsedTime(_since) >= life;
    }
}
