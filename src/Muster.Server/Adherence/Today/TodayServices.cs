using Muster.Server.Adherence.History;
using Muster.Server.Adherence.Results;
using Muster.Server.Api.Adherence;
using Muster.Server.Events;
using Muster.Server.Live;
using Muster.Storage.Adherence;
using Muster.Storage.Events;

namespace Muster.Server.Adherence.Today;

/// <summary>The adherence of today: what every node that answers the API judges.</summary>
public static class TodayServices
{
    public static IServiceCollection AddToday(this IServiceCollection services) => services
        .AddFold().AddSingleton<ApprovalEndpoint>().AddSingleton<AdherenceUnits>().AddSingleton<DayReplay>()
        .AddSingleton<WallEndpoint>().AddSingleton<DayEndpoint>().AddSingleton<ILiveTopic, AdherenceTopic>()
        .AddAdherenceHistory();

    /// <summary>The strand that judges, and what it reads. Asked for twice, it is there once.</summary>
    public static IServiceCollection AddFold(this IServiceCollection services) => services
        .AddSingleton<FeedStore>().AddSingleton<ToldDayStore>().AddSingleton<WatchedPersonStore>()
        .AddSingleton<ApprovalStore>().AddSingleton<ResultStore>()
        .AddSingleton<TodayStores>().AddSingleton<TodayReading>().AddSingleton<TodayBoard>()
        .AddSingleton<PresenceDesk>().AddSingleton<ResultDesk>().AddSingleton<ResultTaking>().AddSingleton<TodayDesks>()
        .AddSingleton<DayStores>().AddSingleton<AgentReplay>().AddSingleton<EventPulse>()
        .AddHostedService<TodayFollowing>();
}
