using Muster.Server.Api;
using Muster.Server.Api.Directories;
using Muster.Server.Directories;
using Muster.Server.Sources;
using Muster.Storage.Directories;

namespace Muster.Server.Roles;

/// <summary>The role <c>directory</c>: the people, skills, sites, ... of the company, and their feed.</summary>
public static class DirectoryRole
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddHousekeeping();
        services.AddSingleton<DirectoryStore>().AddSingleton<DirectoryFeedStore>()
            .AddSingleton<DirectorySnapshotStore>().AddSingleton<DirectoryWrites>().AddSingleton<DirectoryWork>()
            .AddSingleton<DirectoryFeed>().AddSingleton<DirectorySnapshots>().AddSingleton<LocalDirectorySource>();

        // Made before the node joins: it begins to follow the directory then.
        services.AddSingleton<DirectoryWatch>()
            .AddHostedService(provider => provider.GetRequiredService<DirectoryWatch>());
    }

    public static void MapEndpoints(IEndpointRouteBuilder root)
    {
        var api = root.MapGroup(ApiRoot.Path);
        api.MapDirectoryApi();
        api.MapDirectoryFeedApi();
    }
}
