using Muster.Cluster.Leases;

namespace Muster.Storage.Leases;

/// <summary>Holds the fence of a lease for the length of a transaction.</summary>
internal static class FenceStore
{
    private const int HasTransactionTimeout = 17;

    // A holder that is paused inside a transaction would block the takeover: the server ends its session instead. Set
    // LOCAL, because the connection goes back to the pool as it was; and before the lock is waited for.
    //
    // FOR SHARE makes a takeover wait until this transaction has ended, and waits for one that is under way. FOR KEY
    // SHARE would not: a takeover changes no key column, so it would pass by, and an old holder that was paused would
    // commit after the new one has begun. Writers under the same lease do not wait for each other.
    private const string Hold = """
        SELECT set_config('idle_in_transaction_session_timeout', '1s', true), set_config($4, '5s', true)
        FROM fence WHERE name = $1 AND timeline = $2 AND epoch = $3 FOR SHARE
        """;

    /// <summary>In one round trip, with the BEGIN, and as a statement that the server has planned before.</summary>
    /// <exception cref="FenceLostException">The fence is another one now.</exception>
    public static async Task HoldAsync(WriteTransaction transaction, Fence fence, CancellationToken token)
    {
        var limit = transaction.ServerVersion.Major >= HasTransactionTimeout
            ? "transaction_timeout"
            : "statement_timeout";
        var hold = transaction.Command(Hold, fence.Lease, fence.Timeline, fence.Epoch, limit);
        await hold.PrepareAsync(token);
        if (await hold.FirstAsync(row => row.GetString(0), token) is null)
        {
            throw new FenceLostException(fence);
        }
    }
}
