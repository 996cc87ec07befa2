using System.Globalization;
using Muster.Cluster.Leases;
using Muster.Cluster.Members;
using Muster.Storage;
using Muster.Storage.Leases;
using Muster.Storage.Members;
using Muster.Storage.Streams;

namespace Muster.Server.Commands;

/// <summary>Reads a cluster from its database, as an onlooker: it is no node itself.</summary>
public sealed class ClusterReading(Database database, TimeProvider time)
{
    private static readonly TimeSpan HandoverPatience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WaitersPatience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    // Two beats and a little: whose count stands still for so long is silent.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1.2);

    private readonly MemberStore _members = new(database);
    private readonly ScopeStore _scopes = new(database);
    private readonly LeaseStore _leases = new(database);
    private MemberTable? _before;

    public async Task<ClusterPicture> ReadAsync(CancellationToken token)
    {
        if (_before is null)
        {
            _before = await _members.ReadAsync(token);
            await Task.Delay(BetweenLooks, time, token);
        }

        var before = _before.Members.ToDictionary(member => member.Id, member => member.Beat);
        _before = await _members.ReadAsync(token);
        return new ClusterPicture(
            [.. _before.Members.OrderBy(member => member.Id.Name, StringComparer.Ordinal)
                .Select(member => (member, before.GetValueOrDefault(member.Id) != member.Beat))],
            await _scopes.ReadVersionsAsync(token),
            await _leases.ReadAsync(token));
    }

    /// <returns>How it ended.</returns>
    /// <exception cref="StartRefusedException">It cannot be handed over; the message says why.</exception>
    public async Task<string> HandOverAsync(string name, string to, CancellationToken token)
    {
        var lease = await FindWithWaitersAsync(name, to, token);
        if (lease.Holder?.Name == to)
        {
            return $"{to} has {name} already.";
        }

        if (!lease.Waiting.Contains(to))
        {
            throw new StartRefusedException(
                $"{to} does not wait for {name}.",
                lease.Waiting.Count > 0
                    ? $"Maybe choose one that does: {string.Join(", ", lease.Waiting)}."
                    : "Maybe start another node.");
        }

        var asked = time.GetTimestamp();
        await _leases.AskHandoverAsync(name, to, token);
        while (time.GetElapsedTime(asked) < HandoverPatience)
        {
            if ((await FindAsync(name, token)).Holder?.Name == to)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{to} has {name} after {time.GetElapsedTime(asked).TotalMilliseconds:0} ms.");
            }

            await Task.Delay(Look, time, token);
        }

        return $"{to} was asked, but has not taken {name} yet.";
    }

    // A node that waits is not seen to while it looks at the lease; a moment later it is.
    private async Task<LeaseState> FindWithWaitersAsync(string name, string to, CancellationToken token)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var lease = await FindAsync(name, token);
            if (lease.Waiting.Contains(to) || time.GetElapsedTime(began) >= WaitersPatience)
            {
                return lease;
            }

            await Task.Delay(Look, time, token);
        }
    }

    private async Task<LeaseState> FindAsync(string name, CancellationToken token)
    {
        var leases = await _leases.ReadAsync(token);
        return leases.FirstOrDefault(lease => lease.Fence.Lease == name) ?? throw new StartRefusedException(
            $"There is no duty {name}.",
            $"Maybe one of these is meant: {string.Join(", ", leases.Select(lease => lease.Fence.Lease))}.");
    }
}
