using Muster.Cluster.Leases;

namespace Muster.Storage.Leases;

/// <summary>Holds the fence of a lease for the length of a transaction.</summary>
internal static class FenceStore
{
    private const int HasTransactionTimeout = 17;

    // A holder that is paused inside a transaction would block the takeover: the server ends its session instead.
    // LOCAL: the connection goes back to the pool as it was.
    private const string LimitIdleness = "SET LOCAL idle_in_transaction_session_timeout = '1s'";
    private const string LimitTransaction = "SET LOCAL transaction_timeout = '5s'";
    private const string LimitStatement = "SET LOCAL statement_timeout = '5s'";

    // FOR SHARE makes a takeover wait until this transaction has ended, and waits for one that is under way. FOR KEY
    // SHARE would not: a takeover changes no key column, so it would pass by, and an old holder that was paused would
    // commit after the new one has begun. Writers under the same lease do not wait for each other.
    private const string Hold = """
        SELECT 1 FROM fence WHERE name = $1 AND timeline = $2 AND epoch = $3 FOR SHARE
        """;

    /// <summary>In one round trip, with the BEGIN.</summary>
    /// <exception cref="FenceLostException">The fence is another one now.</exception>
    public static async Task HoldAsync(WriteTransaction transaction, Fence fence, CancellationToken token)
    {
        var limit = transaction.ServerVersion.Major >= HasTransactionTimeout ? LimitTransaction : LimitStatement;
        var held = await transaction.Batch()
            .Then(LimitIdleness)
            .Then(limit)
            .Then(Hold, fence.Lease, fence.Timeline, fence.Epoch)
            .ListAsync(0, row => row.GetInt32(0), token);
        if (held.Count == 0)
        {
            throw new FenceLostException(fence);
        }
    }
}
