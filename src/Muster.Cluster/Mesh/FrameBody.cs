using Muster.Cluster.Streams;

namespace Muster.Cluster.Mesh;

/// <summary>What a frame says. New kinds may be added: a node relays what it does not know, unopened.</summary>
public abstract record FrameBody
{
    private FrameBody()
    {
    }

    /// <summary>
    /// The first frame on a link, from both sides. There is no number of a protocol in it, for nobody would be refused
    /// by one: a frame never changes its meaning, and what is new gets a kind or a field of its own.
    /// </summary>
    public sealed record Hello(NodeId Node, string Build) : FrameBody;

    /// <summary>A scope has come to a position.</summary>
    /// <param name="Delta">The changes that led there, when they are few; else they are pulled.</param>
    public sealed record Event(ScopeName Scope, ScopePosition Position, ScopeDelta? Delta) : FrameBody;

    /// <summary>A node has applied a scope up to a position, and so all before it.</summary>
    public sealed record Ack(NodeId Node, ScopeName Scope, ScopePosition Position) : FrameBody;

    /// <summary>What the sender has applied, told to its neighbours again and again.</summary>
    /// <param name="Hash">Of all its positions: who has missed a part notices, and pulls.</param>
    /// <param name="Changed">The positions that have moved since the last summary on this link.</param>
    /// <param name="Reach">Whom the sender reaches other than through the receiver, over how many links.</param>
    public sealed record Summary(
        ulong Hash, IReadOnlyDictionary<ScopeName, ScopePosition> Changed, IReadOnlyDictionary<string, int> Reach)
        : FrameBody;

    /// <summary>Asks for all positions.</summary>
    public sealed record Pull : FrameBody;

    /// <summary>All positions of the sender.</summary>
    public sealed record Push(IReadOnlyDictionary<ScopeName, ScopePosition> Positions) : FrameBody;

    public sealed record Ping(long Stamp) : FrameBody;

    public sealed record Pong(long Stamp) : FrameBody;

    /// <summary>The sender stops: nobody shall wait for it.</summary>
    public sealed record Drain(NodeId Node) : FrameBody;

    /// <summary>Asks which version of an entity a node serves.</summary>
    public sealed record Probe(long Number, ScopeName Scope, string Entity, string Id) : FrameBody;

    /// <param name="Position">What the answering node has applied of the scope.</param>
    /// <param name="Version">Of the entity; null when it is not held.</param>
    /// <param name="IsCurrent">False when the node does not serve the scope at the moment.</param>
    public sealed record Probed(long Number, NodeId Node, ScopePosition Position, long? Version, bool IsCurrent)
        : FrameBody;

    /// <summary>A kind of a later protocol.</summary>
    public sealed record Unknown(string Kind, ReadOnlyMemory<byte> Content) : FrameBody;
}
