using Muster.Server.Adherence.History;
using Muster.Server.Api.Adherence;
using Muster.Server.Live;
using Muster.Server.Reports;
using Muster.Storage.Adherence;
using Muster.Storage.Events;

namespace Muster.Server.Adherence.Today;

/// <summary>The adherence of today: what every node that answers the API judges.</summary>
public static class TodayServices
{
    public static IServiceCollection AddToday(this IServiceCollection services) => services
        .AddSingleton<FeedStore>().AddSingleton<ToldDayStore>().AddSingleton<WatchedPersonStore>()
        .AddSingleton<ApprovalStore>().AddSingleton<ApprovalEndpoint>()
        .AddSingleton<TodayStores>().AddSingleton<TodayReading>().AddSingleton<TodayBoard>()
        .AddSingleton<PresenceDesk>().AddSingleton<AdherenceUnits>().AddSingleton<DayStores>().AddSingleton<DayReplay>()
        .AddSingleton<WallEndpoint>().AddSingleton<DayEndpoint>()
        .AddSingleton<AdherenceHistoryStore>().AddSingleton<HistoryScopes>().AddSingleton<HistoryReading>()
        .AddSingleton<ExceptionReading>().AddSingleton<ReportPatience>()
        .AddSingleton<HistoryEndpoint>().AddSingleton<ExceptionsEndpoint>()
        .AddSingleton<ILiveTopic, AdherenceTopic>().AddHostedService<TodayFollowing>();
}
