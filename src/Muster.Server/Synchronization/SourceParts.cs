using Muster.Cluster.Streams;
using Muster.Domain.Organization;
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

    public SourceFeed Feed(SourceTenure tenure) => new(
        tenure, opening.Open(tenure.Source), writer, stores.Sources, time, logs.CreateLogger<SourceFeed>());

    public SourceRuns Runs(SourceTenure tenure) => new(
        tenure, opening.Open(tenure.Source), writer, stores, database, time, logs.CreateLogger<SourceRuns>());
}
