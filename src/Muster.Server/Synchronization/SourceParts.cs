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

    /// <summary>Follows a source until its tenure ends.</summary>
    public Task FollowAsync(SourceTenure tenure, CancellationToken token) =>
        new SourceFollower(tenure, writer, stores, database).RunAsync(
            new SourceFeed(
                tenure, opening.Open(tenure.Source), writer, stores.Sources, time, logs.CreateLogger<SourceFeed>()),
            new SourceRuns(
                tenure, opening.Open(tenure.Source), writer, stores, database, time, logs.CreateLogger<SourceRuns>()),
            new SourceSites(database, tenure, writer, stores, () => organization.Current?.Content),
            token);
}
