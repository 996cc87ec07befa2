using System.Collections.Immutable;
using Muster.Cluster.Leases;
using Muster.Domain.Identity;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Server.Agreement;
using Muster.Storage;

namespace Muster.Server.Synchronization;

/// <summary>
/// A source while this node alone follows it, under a lease. What the source's objects are in Muster is kept here:
/// nobody else changes it.
/// </summary>
public sealed class SourceTenure(SourceDefinition source, Fence fence, TimeProvider time)
{
    private volatile string? _cursor;

    public SourceDefinition Source { get; } = source;

    public Fence Fence { get; } = fence;

    /// <summary>Set when somebody has asked for a run, approved one, or made one necessary.</summary>
    public Wake RunDue { get; } = new(time);

    /// <summary>Set when somebody may have said who plans a site.</summary>
    public Wake SitesChanged { get; } = new(time);

    /// <summary>Set when there is a cursor again.</summary>
    public Wake CursorKnown { get; } = new(time);

    /// <summary>Where changes go on from; null: everything is to be read first.</summary>
    public string? Cursor
    {
        get => _cursor;
        set => _cursor = value;
    }

    /// <summary>Everything but people. Written by <see cref="PageWriter"/> after each commit.</summary>
    public ImmutableDictionary<(ObjectKind Kind, string ExternalId), Guid> Entities { get; internal set; } =
        ImmutableDictionary<(ObjectKind, string), Guid>.Empty;

    /// <summary>One page at a time: that of a run, or that of a change.</summary>
    internal SemaphoreSlim Gate { get; } = new(1);

    /// <summary>Begins a transaction that commits only while nobody else follows the source.</summary>
    public Task<WriteTransaction> BeginAsync(Database database, CancellationToken token) => database.BeginFencedAsync(
        new WriteContext(Actor.Muster($"synchronization of {Source.Name}"), time.GetUtcNow(), Fence.Lease),
        Fence,
        token);
}
