using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using Muster.Server.Adherence;
using Muster.Server.Adherence.Today;
using Muster.Storage.Leases;
using Muster.Storage.Streams;

namespace Muster.Server.Agreement;

/// <summary>This process as a node of the cluster, and what belongs to that.</summary>
/// <param name="Access">What changed when of who may do what.</param>
/// <param name="Organization">The organization as a whole.</param>
/// <param name="Schedules">The published schedules of the days around now.</param>
/// <param name="Drafts">Which drafts of schedules have changed.</param>
/// <param name="Rules">The adherence rules of every business unit.</param>
/// <param name="MeshOff">Why there is no mesh; null when there is one.</param>
public sealed record ClusterParts(
    ClusterNode Node, MeshSockets Sockets, ScopeStore Scopes, LeaseStore Leases, Cached<ChangeMarks> Access,
    Cached<OrganizationSnapshot> Organization, Cached<LiveSchedules> Schedules,
    Cached<ChangeMarks> Drafts, Cached<RuleBook> Rules, string? MeshOff)
{
    /// <summary>What is asked before a version of the schedules counts as applied here.</summary>
    public required JudgedContent Judged { get; init; }
}
