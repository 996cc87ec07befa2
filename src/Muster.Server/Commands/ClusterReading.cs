using Muster.Cluster.Members;
using Muster.Storage;
using Muster.Storage.Leases;
using Muster.Storage.Members;
using Muster.Storage.Streams;

namespace Muster.Server.Commands;

/// <summary>Reads a cluster from its database, as an onlooker: it is no node itself.</summary>
public sealed class ClusterReading(Database database, TimeProvider time)
{
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
}
