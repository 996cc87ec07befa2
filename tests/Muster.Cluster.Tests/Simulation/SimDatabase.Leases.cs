using Muster.Cluster.Leases;

namespace Muster.Cluster.Tests.Simulation;

internal sealed partial class SimDatabase
{
    private static readonly TimeSpan LeaseLife = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan KeptForHandover = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterVain = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BusyWait = TimeSpan.FromMilliseconds(500);

    private readonly HashSet<SimSession> _sessions = [];

    public SimSession OpenSession(NodeId owner)
    {
        var session = new SimSession(owner);
        _sessions.Add(session);
        return session;
    }

    public void EndSession(SimSession session)
    {
        session.IsEnded = true;
        _sessions.Remove(session);
        foreach (var held in _locks.Values)
        {
            held.Release(session);
        }
    }

    /// <summary>The kernel has closed the sockets of a process.</summary>
    public void EndSessionsOf(NodeId owner)
    {
        foreach (var session in _sessions.Where(session => session.Owner == owner).ToList())
        {
            EndSession(session);
        }
    }

    public async Task<LeaseAttempt> TryAsync(
        SimSession session, string name, Func<LockedLease, LeaseDecision> decide)
    {
        Check(session);
        var row = LockOf($"row {name}");
        var locked = row.TakeAsync(session);
        if (!locked.IsCompleted && await Task.WhenAny(locked, PassAsync(BusyWait)) != locked && !row.IsHeldBy(session))
        {
            row.Release(session);
            return new LeaseAttempt(new LeaseDecision.Wait(BusyWait, "Another node is taking the lease."), null);
        }

        try
        {
            Check(session);
            var decision = decide(View(session, name));
            if (decision is not LeaseDecision.Take)
            {
                session.LockWasVain = Detector(name).IsHeldBy(session);
                Detector(name).Release(session);
                return new LeaseAttempt(decision, null);
            }

            // Waits for the fenced transactions of the tenure before: they hold the fence shared.
            await LockOf($"fence {name}").TakeAsync(session);
            Check(session);
            return new LeaseAttempt(decision, Take(session, name));
        }
        finally
        {
            LockOf($"fence {name}").Release(session);
            row.Release(session);
        }
    }

    public async Task<LeaseRenewal> RenewAsync(SimSession session, Fence fence)
    {
        Check(session);
        var row = LockOf($"row {fence.Lease}");
        await row.TakeAsync(session);
        try
        {
            Check(session);
            var lease = LeaseOf(fence.Lease);
            if (lease.Holder != session.Owner || !IsCurrent(fence) || fence.Timeline != Timeline
                || lease.ExpiresAt <= Clock)
            {
                return new LeaseRenewal(false, null);
            }

            Put(fence.Lease, lease with
            {
                ExpiresAt = Clock + LeaseLife.Ticks,
                Renewal = lease.Renewal + 1,
                HasDetector = TryDetector(session, fence.Lease),
            });
            return new LeaseRenewal(true, lease.HandoverTo);
        }
        finally
        {
            row.Release(session);
        }
    }

    public async Task<bool> ReleaseAsync(SimSession session, Fence fence)
    {
        Check(session);
        var row = LockOf($"row {fence.Lease}");
        await row.TakeAsync(session);
        var lease = LeaseOf(fence.Lease);
        if (lease.Holder == session.Owner && IsCurrent(fence))
        {
            Put(fence.Lease, lease with { Holder = null, HandoverUntil = Clock + KeptForHandover.Ticks });
        }

        row.Release(session);
        Detector(fence.Lease).Release(session);
        return true;
    }

    public async Task<bool> WaitForHolderAsync(SimSession session, string name, TimeSpan atMost)
    {
        if (session.LockWasVain)
        {
            session.LockWasVain = false;
            await PassAsync(PauseAfterVain);
        }

        Check(session);
        var detector = Detector(name);
        var owned = detector.TakeAsync(session);
        if (!owned.IsCompleted && await Task.WhenAny(owned, PassAsync(atMost)) != owned && !detector.IsHeldBy(session))
        {
            detector.Release(session);
        }

        return true;
    }

    public bool AskHandover(string name, string toNode)
    {
        var lease = LeaseOf(name);
        Put(name, lease with { HandoverTo = toNode });
        return lease.Holder is not null;
    }

    private Task PassAsync(TimeSpan time)
    {
        var passed = new TaskCompletionSource();
        _world.At(_world.Now + time.Ticks, _process, static end => ((TaskCompletionSource)end!).SetResult(), passed);
        return passed.Task;
    }

    private Fence Take(SimSession session, string name)
    {
        if (Detector(name).Holder is SimSession other && other != session)
        {
            EndSession(other);
        }

        var lease = LeaseOf(name);
        var taken = lease with
        {
            Holder = session.Owner,
            ExpiresAt = Clock + LeaseLife.Ticks,
            Renewal = lease.Renewal + 1,
            HasDetector = TryDetector(session, name),
            HandoverTo = null,
            Timeline = Timeline,
            Epoch = lease.Epoch + 1,
        };
        Put(name, taken);
        return new Fence(name, taken.Timeline, taken.Epoch);
    }

    private LockedLease View(SimSession session, string name)
    {
        var lease = LeaseOf(name);
        return new LockedLease(
            lease.Holder,
            TimeSpan.FromTicks(lease.ExpiresAt - Clock),
            lease.Renewal,
            lease.HandoverTo,
            TimeSpan.FromTicks(lease.HandoverUntil - Clock),
            lease.HasDetector && lease.Holder != session.Owner && Detector(name).IsHeldBy(session));
    }

    // Never waits: whoever is first in line may itself wait for the row.
    private bool TryDetector(SimSession session, string name)
    {
        var detector = Detector(name);
        if (detector.Holder is null)
        {
            _ = detector.TakeAsync(session);
        }

        return detector.IsHeldBy(session);
    }

    private SimLock Detector(string name) => LockOf($"detector {name}");

    private LeaseRow LeaseOf(string name) => _state.Leases.GetValueOrDefault(name, new LeaseRow());

    private void Put(string name, LeaseRow lease) =>
        Commit(_state with { Leases = _state.Leases.SetItem(name, lease) });

    private bool IsCurrent(Fence fence) =>
        LeaseOf(fence.Lease) is var lease && lease.Timeline == fence.Timeline && lease.Epoch == fence.Epoch;

    private static void Check(SimSession session)
    {
        if (session.IsEnded)
        {
            throw new StoreAwayException("The session has ended.");
        }
    }
}
