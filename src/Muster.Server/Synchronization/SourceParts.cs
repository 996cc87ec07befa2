using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Storage;

namespace Muster.Server.Synchronization;

/// <summary>What following a source is put together from.</summary>
public sealed class SourceParts(
    SyncStores stores, PageWriter writer, Database database, Cached<OrganizationSnapshot> organization,
    SourceOpening opening, TimeProvider time, ILoggerFactory logs)
{
    public SyncStores Stores => stores;

    public PageWriter Writer => writer;

    public Database Database => database;

    public Cached<OrganizationSnapshot> Organization => organization;

    public ISource Open(SourceDefinition source) => opening.Open(source);

    public SourceFeed Feed(SourceTenure tenure, ISource source) =>
        new(tenure, source, writer, stores.Sources, time, logs.CreateLogger<SourceFeed>());

    public SourceRuns Runs(SourceTenure tenure, ISource source) =>
        new(tenure, source, writer, stores, database, time, logs.CreateLogger<SourceRuns>());
}
