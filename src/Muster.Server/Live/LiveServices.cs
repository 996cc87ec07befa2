using Muster.Domain.Identity;
using Muster.Server.People;
using Muster.Server.Schedules;
using Muster.Storage.Organization;

namespace Muster.Server.Live;

/// <summary>Live data: the services behind them, and the topics that need no others.</summary>
public static class LiveServices
{
    public static IServiceCollection AddLive(this IServiceCollection services) => services
        .AddSingleton<LiveTopics>().AddSingleton<LiveParts>().AddSingleton<LiveSeats>().AddSingleton<ScopeFeed>()
        .AddSingleton<ClusterTopic>().AddHostedService(provider => provider.GetRequiredService<ClusterTopic>())
        .AddSingleton<ILiveTopic>(provider => provider.GetRequiredService<ClusterTopic>())
        .AddSingleton<ILiveTopic>(provider => new ScopeTopic(
            OrganizationStore.Scope, Permissions.OrganizationView, provider.GetRequiredService<ScopeFeed>()))
        .AddSingleton<ILiveTopic>(provider => new ScopeTopic(
            PeopleScope.Name, Permissions.PeopleView, provider.GetRequiredService<ScopeFeed>()))
        .AddSingleton<ILiveTopic, DraftTopic>().AddSingleton<ILiveTopic, PublishedTopic>()
        .AddSingleton<ILiveTopic, MyScheduleTopic>();
}
