using Muster.Cluster.Streams;

namespace Muster.Storage.Streams;

/// <summary>
/// Whom a <see cref="ChangeListener"/> tells. It calls them on its own thread, one at a time; they neither block nor
/// throw.
/// </summary>
public sealed record ChangeCallbacks
{
    /// <summary>
    /// From now on nothing is missed; what happened before may have been, so the caller reads once what it follows.
    /// </summary>
    public required Action Connected { get; init; }

    /// <summary>A scope has reached a position.</summary>
    public required Action<ScopeName, ScopePosition> ScopeMoved { get; init; }

    /// <summary>Somebody has asked for the handover of a lease, which is named.</summary>
    public required Action<string> HandoverAsked { get; init; }
}
