using System.Collections.Immutable;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Simulation;

internal sealed partial class SimDatabase
{
    // Read far more often than it changes.
    private ImmutableSortedDictionary<long, Member>? _listed;
    private IReadOnlyList<Member> _list = [];

    public ScopeVersions Versions() => new(
        Timeline, _state.Changes.ToDictionary(pair => pair.Key, pair => (long)pair.Value.Count));

    public ScopeDelta? ChangesAfter(ScopeName scope, ScopePosition after)
    {
        var changes = _state.Changes.GetValueOrDefault(scope, []);
        return after.Timeline == Timeline && after.Version <= changes.Count
            ? new ScopeDelta(new ScopePosition(Timeline, changes.Count), [.. changes.Skip((int)after.Version)])
            : null;
    }

    public ScopeSnapshot<ImmutableDictionary<string, long>> Content(ScopeName scope) => new(
        new ScopePosition(Timeline, _state.VersionOf(scope)),
        _state.Entities.Where(pair => pair.Key.Scope == scope)
            .ToImmutableDictionary(pair => pair.Key.Id, pair => pair.Value));

    public long EntityVersion(ScopeName scope, string id) => _state.Entities.GetValueOrDefault((scope, id));

    public long EntityVersion(ScopeName scope, string id, int timeline) => timeline == Timeline
        ? EntityVersion(scope, id)
        : throw new StoreAwayException("The database is on another timeline.");

    /// <summary>
    /// A transaction that changes some entities of a scope; the scope counts last, just before the commit.
    /// </summary>
    public ScopeDelta Write(ScopeName scope, IReadOnlyList<string> ids)
    {
        var state = _state;
        var changes = new List<Change>();
        foreach (var id in ids)
        {
            var version = state.Entities.GetValueOrDefault((scope, id)) + 1;
            state = state with { Entities = state.Entities.SetItem((scope, id), version) };
            changes.Add(new Change("thing", id, version, ChangeOperation.Put));
        }

        var all = state.Changes.GetValueOrDefault(scope, []).AddRange(changes);
        Commit(state with { Changes = state.Changes.SetItem(scope, all) });
        return new ScopeDelta(new ScopePosition(Timeline, all.Count), changes);
    }

    public long Join(NodeDescription node)
    {
        var next = _state.LastIncarnation + 1;
        var incarnation = (Timeline * 1_000_000L) + next;
        Commit(_state with { LastIncarnation = next });
        Beat(new NodeId(node.Name, incarnation), node, MemberReport.Empty);
        return incarnation;
    }

    public MemberTable Beat(NodeId node, NodeDescription description, MemberReport? report)
    {
        var known = _state.Members.GetValueOrDefault(node.Incarnation);
        var row = new Member(
            node, (known?.Beat ?? 0) + 1, description.Roles, description.Addresses, description.Build, default,
            report ?? known?.Report ?? MemberReport.Empty);
        Commit(_state with { Members = _state.Members.SetItem(node.Incarnation, row) });
        return Members();
    }

    public MemberTable Members()
    {
        if (_listed != _state.Members)
        {
            (_listed, _list) = (_state.Members, [.. _state.Members.Values]);
        }

        return new MemberTable(Timeline, _list);
    }

    public void Leave(NodeId node) => Commit(_state with { Members = _state.Members.Remove(node.Incarnation) });
}
