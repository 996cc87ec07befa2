using Muster.Storage;
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
    OrganizationStore Organization)
{
    public static SyncStores Of(Database database) => new(
        new SourceStore(database), new MirrorStore(database), new IssueStore(database), new RunStore(database),
        new AgentStore(database), new AgentEventStore(database), new OrganizationStore(database));
}
