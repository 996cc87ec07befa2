using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;

namespace Muster.Cluster;

public sealed partial class ClusterNode
{
    private sealed class Ear(ClusterNode node) : IMeshListener
    {
        public void Hear(ScopeName scope, ScopePosition position, ScopeDelta? delta) =>
            node._scopes.Hear(scope, position, delta);

        public void HearApplied(NodeId from, ScopeName scope, ScopePosition position) =>
            node._watermarks.Hear(from, scope, position);

        public void HearDrain(NodeId from) => node._watermarks.HearDrain(from);

        public FrameBody.Probed Answer(FrameBody.Probe probe) => node.Answer(probe);

        public void HearAnswer(FrameBody.Probed answer) => node._probes.Hear(answer);
    }
}
