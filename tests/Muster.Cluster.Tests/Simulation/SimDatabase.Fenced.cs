using Muster.Cluster.Leases;

namespace Muster.Cluster.Tests.Simulation;

internal sealed partial class SimDatabase
{
    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(1);

    /// <summary>Begins a transaction that holds the fence shared; left idle, it is ended.</summary>
    public async Task<SimTransaction> BeginFencedAsync(NodeId writer, Fence fence)
    {
        var transaction = new SimTransaction(writer, fence, _process);
        await LockOf($"fence {fence.Lease}").TakeAsync(transaction, shared: true);
        if (!IsCurrent(fence))
        {
            LockOf($"fence {fence.Lease}").Release(transaction);
            throw new FenceLostException(fence);
        }

        transaction.Cursor = _state.Cursor;
        _world.After(IdleLimit, _process, () => End(transaction));
        return transaction;
    }

    /// <summary>Writes one piece of work and how far it has come, together.</summary>
    public bool CommitFenced(SimTransaction transaction)
    {
        if (transaction.IsEnded || transaction.Server != _process)
        {
            throw new StoreAwayException("The transaction has been ended.");
        }

        var item = transaction.Cursor + 1;
        Commit(_state with
        {
            Written = _state.Written.Add(new FencedWrite(transaction.Writer, transaction.Fence, item)),
            Cursor = item,
        });
        End(transaction);
        return true;
    }

    private void End(SimTransaction transaction)
    {
        transaction.IsEnded = true;
        LockOf($"fence {transaction.Fence.Lease}").Release(transaction);
    }
}
