using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Server.Agreement;
using Muster.Server.Api.People;
using Muster.Server.Api.Synchronization;
using Muster.Server.Organization;
using Muster.Server.People;
using Muster.Server.Sources;
using Muster.Storage.People;
using Muster.Storage.Synchronization;

namespace Muster.Server.Synchronization;

/// <summary>People and where they come from: the services behind them.</summary>
public static class SynchronizationServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<AgentStore>().AddSingleton<AgentEventStore>().AddSingleton<PeopleStore>()
        .AddSingleton<SourceStore>().AddSingleton<MirrorStore>().AddSingleton<IssueStore>().AddSingleton<RunStore>()
        .AddSingleton<SyncStores>().AddSingleton<Following>().AddSingleton<UserFollowing>()
        .AddSingleton<Agents>().AddSingleton<Issues>()
        .AddSingleton<SourceDefinitions>().AddSingleton<SourceReading>().AddSingleton<PeopleReading>()
        .AddSingleton<PeopleWriting>().AddSingleton<IOrganizationUse, AgentUse>();

    public static IServiceCollection AddSynchronization(this IServiceCollection services) => services
        .AddSingleton(provider => provider.GetRequiredService<ClusterParts>().Organization)
        .AddSingleton<PageWriter>().AddSingleton<SourceParts>()
        .AddSingleton(provider => new SourceOpening(new Dictionary<SourceType, Func<SourceDefinition, ISource>>
        {
            [SourceType.Directory] = source => OpenDirectory(provider, source),
            [SourceType.Folder] = source => FolderSource.Open(source, provider.GetRequiredService<TimeProvider>()),
        }))
        .AddHostedService<SourceDuties>();

    private static ISource OpenDirectory(IServiceProvider provider, SourceDefinition source) =>
        source.Settings.Address is { } address
            ? new DirectorySource(
                DirectorySource.CreateClient(),
                DirectoryConnection.Read(new Uri(address), source.Settings.TokenFile),
                provider.GetRequiredService<TimeProvider>())
            : provider.GetService<LocalDirectorySource>() as ISource
                ?? throw new SourceAwayException(
                    "This node has no directory of its own.\n"
                    + "Maybe give the source an address, or this node the role directory.");
}
