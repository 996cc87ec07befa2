using Muster.Cluster.Streams;

namespace Muster.Cluster.Mesh;

/// <summary>What the mesh tells its node, on the node's strand.</summary>
public interface IMeshListener
{
    /// <summary>Somebody knows of a position.</summary>
    void Hear(ScopeName scope, ScopePosition position, ScopeDelta? delta);

    /// <summary>A node has applied a position, and all before it.</summary>
    void HearApplied(NodeId node, ScopeName scope, ScopePosition position);

    /// <summary>A node stops.</summary>
    void HearDrain(NodeId node);

    /// <summary>What this node answers to a probe.</summary>
    FrameBody.Probed Answer(FrameBody.Probe probe);

    void HearAnswer(FrameBody.Probed answer);
}
