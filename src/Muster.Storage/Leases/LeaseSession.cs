using Muster.Cluster;
using Muster.Cluster.Leases;
using Npgsql;

namespace Muster.Storage.Leases;

/// <summary>
/// One lease on a connection of its own, outside the pool. Used by one task at a time. The advisory lock only tells
/// that a holder is gone; who may write is decided by the rows alone, so every error around the lock is harmless.
/// </summary>
public sealed class LeaseSession : ILeaseSession
{
    // How long another one may take to take the lease, before this one looks again.
    private static readonly TimeSpan BusyWait = TimeSpan.FromMilliseconds(500);

    // Contenders ahead in the line obtain the lock first, and give it back within milliseconds.
    private static readonly TimeSpan LockWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LockWaitAfterEnd = TimeSpan.FromMilliseconds(250);

    // Between two looks of one that obtains the lock and may not take the lease: it must not spin.
    private static readonly TimeSpan PauseAfterVain = TimeSpan.FromMilliseconds(50);

    private readonly NpgsqlConnection _connection;
    private readonly LeaseRowStore _rows;

    // Locks of a session are counted, so it must be known whether it is owned.
    private bool _ownsLock;
    private bool _lockWasVain;

    internal LeaseSession(NpgsqlConnection connection, string lease, TimeSpan life)
    {
        _connection = connection;
        _rows = new LeaseRowStore(connection, lease, life);
    }

    public Task<LeaseAttempt> TryAsync(
        NodeId node, Func<LockedLease, LeaseDecision> decide, CancellationToken token) =>
        GuardAsync("take", stop => AttemptAsync(node, decide, stop), token);

    // Not stopped by the token once it is under way: that would close the connection, over which the lease is to be
    // released in order. It ends by its own time-out.
    public Task<LeaseRenewal> RenewAsync(Fence fence, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return GuardAsync("renew", stop => RenewOwnAsync(fence, stop), CancellationToken.None);
    }

    public Task ReleaseAsync(Fence fence, CancellationToken token) =>
        GuardAsync(
            "release",
            async stop =>
            {
                // The row first: whoever wakes by the lock finds it free.
                await _rows.ReleaseAsync(fence, stop);
                return await UnlockAsync(stop);
            },
            token);

    public Task WaitForHolderAsync(TimeSpan atMost, CancellationToken token) =>
        GuardAsync(
            "wait for",
            async stop =>
            {
                if (!_ownsLock && atMost > TimeSpan.Zero)
                {
                    var pause = _lockWasVain ? PauseAfterVain : TimeSpan.Zero;
                    _ownsLock = await _rows.WaitForLockAsync(atMost, pause < atMost ? pause : atMost, stop);
                    _lockWasVain = false;
                }

                return _ownsLock;
            },
            token);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<LeaseRenewal> RenewOwnAsync(Fence fence, CancellationToken token)
    {
        var renewal = await _rows.RenewAsync(fence, _ownsLock, token);
        if (renewal.Held && !_ownsLock)
        {
            // From the next renewal on the row says so.
            _ownsLock = await _rows.TryLockAsync(token);
        }

        return renewal;
    }

    private async Task<LeaseAttempt> AttemptAsync(
        NodeId node, Func<LockedLease, LeaseDecision> decide, CancellationToken token)
    {
        var (attempt, row) = await DecideAsync(node, decide, token);
        if (attempt.Fence is not { } fence)
        {
            // Owning the lock while another holds the lease would hide that one's loss.
            _lockWasVain = await UnlockAsync(token);
        }
        else if (!_ownsLock)
        {
            await OwnLockAsync(fence, endOwner: row?.Holder is not null, token);
        }

        return attempt;
    }

    private async Task<(LeaseAttempt Attempt, LeaseRow? Row)> DecideAsync(
        NodeId node, Func<LockedLease, LeaseDecision> decide, CancellationToken token)
    {
        await using var transaction = await _rows.BeginAsync(token);
        if (await LockAsync(token) is not { } row)
        {
            var busy = new LeaseDecision.Wait(BusyWait, "Another node is taking the lease at this moment.");
            return (new LeaseAttempt(busy, null), null);
        }

        var decision = decide(View(row, node));
        Fence? fence = decision is LeaseDecision.Take
            ? await _rows.TakeAsync(node, _ownsLock, decision.Reason, token)
            : null;
        await transaction.CommitAsync(token);
        return (new LeaseAttempt(decision, fence), row);
    }

    private async Task<LeaseRow?> LockAsync(CancellationToken token)
    {
        try
        {
            return await _rows.LockAsync(token);
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return null;
        }
    }

    private LockedLease View(LeaseRow row, NodeId viewer) => new(
        row.Holder,
        row.Remaining,
        row.Renewal,
        row.HandoverTo,
        row.HandoverRemaining,
        HolderIsGone: _ownsLock && row.Detector && row.Holder is { } holder
            && holder.Incarnation != viewer.Incarnation);

    /// <summary>
    /// Makes the lock this session's, now that the lease is: after the commit, so that contenders who obtained it in
    /// between look, see that the lease is taken, and give it back. A holder that was paused or cut off is still
    /// connected as far as the server knows: its session is ended, which it will find out when it wakes.
    /// </summary>
    private async Task OwnLockAsync(Fence fence, bool endOwner, CancellationToken token)
    {
        _ownsLock = await _rows.WaitForLockAsync(LockWait, TimeSpan.Zero, token);
        if (!_ownsLock && endOwner)
        {
            try
            {
                await _rows.EndLockHoldersAsync(token);
            }
            catch (PostgresException denied) when (denied.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                return; // The session of another database user. The loss of this holder is found by expiry.
            }

            _ownsLock = await _rows.WaitForLockAsync(LockWaitAfterEnd, TimeSpan.Zero, token);
        }

        if (_ownsLock)
        {
            await _rows.RenewAsync(fence, detector: true, token);
        }
    }

    private async Task<bool> UnlockAsync(CancellationToken token)
    {
        var owned = _ownsLock;
        if (owned)
        {
            await _rows.UnlockAsync(token);
            _ownsLock = false;
        }

        return owned;
    }

    private Task<T> GuardAsync<T>(string what, Func<CancellationToken, Task<T>> work, CancellationToken token) =>
        _rows.IsOpen
            ? StoreAway.GuardAsync($"{what} the lease {_rows.Lease}", work, token)
            : throw new StoreAwayException($"The session of the lease {_rows.Lease} has ended.");
}
