namespace Muster.Cluster.Leases;

/// <summary>
/// Whether one who wants a lease may take it. Pure; the sentence is the log line and the test's assertion.
/// </summary>
public static class LeasePolicy
{
    /// <param name="standsStill">
    /// By the watcher's own clock the holder has renewed nothing for a whole life, whatever the database's clock says:
    /// that one may have been set back.
    /// </param>
    public static LeaseDecision Decide(LockedLease view, NodeId me, bool standsStill, LeaseTiming timing)
    {
        if (view.Holder is not { } holder)
        {
            return view.HandoverTo is { } next && next != me.Name && view.HandoverRemaining > TimeSpan.Zero
                ? new LeaseDecision.Wait(view.HandoverRemaining, $"It is kept for {next}.")
                : new LeaseDecision.Take("Nobody held it.");
        }

        return holder == me ? new LeaseDecision.Take($"{me} held it and starts a new tenure.")
            : view.HolderIsGone ? new LeaseDecision.Take($"The session of {holder} has ended.")
            : view.Remaining <= TimeSpan.Zero ? new LeaseDecision.Take($"The lease of {holder} has run out.")
            : standsStill ? new LeaseDecision.Take($"{holder} has renewed nothing for {timing.Life.TotalSeconds} s.")
            : new LeaseDecision.Wait(timing.Renew, $"{holder} holds it.");
    }
}
