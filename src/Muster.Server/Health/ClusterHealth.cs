using Muster.Server.Agreement;
using Muster.Server.Identity;

namespace Muster.Server.Health;

/// <summary>
/// Whether this node may serve what it holds as current, and whether it is the only one of its name.
/// </summary>
public sealed class ClusterHealth(ClusterParts parts, ClusterStatus status) : IHealthSource
{
    private const string Name = "cluster";

    public Task<HealthCheck> CheckAsync(CancellationToken token) => Task.FromResult(Check());

    /// <summary>What this node knows of it without asking anybody.</summary>
    public HealthCheck Check()
    {
        var node = parts.Node;
        if (!node.IsCurrent(AccessScope.Name))
        {
            return new HealthCheck(Name, false,
                $"{node.Self} is not current: the database has not answered it for a while. It finds back by itself.");
        }

        var twins = node.Members.Count(
            other => other.IsLive && other.Member.Id.Name == node.Self.Name && other.Member.Id != node.Self);
        return twins > 0
            ? new HealthCheck(Name, true,
                $"{node.Self} is current, but another live node has its name.\nMaybe set Server:Node on one of them.")
            : new HealthCheck(Name, true, $"{node.Self} is current. {status.MeshSentence}");
    }
}
