using Muster.Cluster.Leases;
using Muster.Domain.Outcomes;

namespace Muster.Server.Agreement;

/// <summary>Asks the holder of a duty to hand it to another node, and waits until that one has it.</summary>
public sealed class Handover(ILeaseStore leases, TimeProvider time)
{
    // A handover takes milliseconds; a holder that does not answer is found dead in two seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WaitersPatience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <param name="name">The duty's lease.</param>
    /// <param name="to">A node that waits for it.</param>
    /// <exception cref="Cluster.StoreAwayException">The database does not answer.</exception>
    public async Task<Outcome<HandedOver>> RunAsync(string name, string to, CancellationToken token)
    {
        var asked = time.GetTimestamp();
        while (await RefuseAsync(name, to, token) is { } refusal)
        {
            // A node that waits is not seen to while it looks at the lease; a moment later it is.
            if (refusal is not Refusal.Conflict || time.GetElapsedTime(asked) >= WaitersPatience)
            {
                return refusal;
            }

            await Task.Delay(Look, time, token);
        }

        asked = time.GetTimestamp();
        await leases.AskHandoverAsync(name, to, token);
        while (true)
        {
            var lease = (await FindAsync(name, token))!;
            var took = time.GetElapsedTime(asked);
            if (lease.Holder?.Name == to || took >= Patience)
            {
                return new HandedOver(lease, lease.Holder?.Name == to, took);
            }

            await Task.Delay(Look, time, token);
        }
    }

    private async Task<Refusal?> RefuseAsync(string name, string to, CancellationToken token) =>
        await FindAsync(name, token) switch
        {
            null => new Refusal.NotFound("lease", name),
            { Holder: { } holder } when holder.Name == to => new Refusal.Conflict($"{to} has {name} already."),
            { Waiting.Count: 0 } => new Refusal.Conflict(
                $"{to} does not wait for {name}.\nMaybe start another node."),
            var lease when !lease.Waiting.Contains(to) => new Refusal.Conflict(
                $"{to} does not wait for {name}.\nMaybe choose one that does: {string.Join(", ", lease.Waiting)}."),
            _ => null,
        };

    private async Task<LeaseState?> FindAsync(string name, CancellationToken token) =>
        (await leases.ReadAsync(token)).FirstOrDefault(lease => lease.Fence.Lease == name);
}
