using Muster.Storage.Organization;
using Muster.Storage.People;
using Muster.Storage.Synchronization;

namespace Muster.Server.Synchronization;

/// <summary>Everything that following a source reads and writes.</summary>
public sealed record SyncStores(
    SourceStore Sources,
    MirrorStore Mirror,
    IssueStore Issues,
    RunStore Runs,
    AgentStore Agents,
    AgentEventStore Events,
    OrganizationStore Organization);
