namespace Muster.Server.Api.Cluster;

/// <summary>A node of the cluster.</summary>
/// <param name="Incarnation">Of its process: every start has a new one.</param>
/// <param name="Live">False when its beat has stood still for two seconds.</param>
/// <param name="Answering">Whether it is the one that answers.</param>
/// <param name="Hops">Over how many links the answering node reaches it; null when it does not.</param>
/// <param name="Links">The nodes to which it has a link.</param>
public sealed record ClusterNodeView(
    string Name,
    long Incarnation,
    bool Live,
    bool Answering,
    int? Hops,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Addresses,
    string Build,
    DateTimeOffset StartedAt,
    IReadOnlyList<string> Links,
    IReadOnlyList<AppliedView> Applied)
{
    /// <summary>
    /// By which it is killed, in a local cluster that is there to be broken; null in every other.
    /// </summary>
    public int? ProcessId { get; init; }
}
