using Muster.Server.Api.Schedules;
using Muster.Storage.Schedules;

namespace Muster.Server.Schedules;

/// <summary>Schedules, drafts and notices: the services behind them.</summary>
public static class SchedulesServices
{
    public static IServiceCollection AddSchedules(this IServiceCollection services) => services
        .AddSingleton<ScheduleStore>().AddSingleton<PublishStore>().AddSingleton<DraftStore>()
        .AddSingleton<DraftEditStore>().AddSingleton<RestoreStore>().AddSingleton<NoticeStore>()
        .AddSingleton<UnitDayStores>().AddSingleton<ScheduleUnits>().AddSingleton<Publishing>()
        .AddSingleton<DivergenceLooking>()
        .AddSingleton<DraftEditing>().AddSingleton<PublishedEditing>().AddSingleton<Drafting>()
        .AddSingleton<ScheduleReceipts>().AddSingleton<ScheduleCache>().AddSingleton<ScheduleParts>()
        .AddSingleton<PublishProgressStore>().AddSingleton<PublishTelling>()
        .AddSingleton<GridReading>().AddSingleton<BreachReading>().AddSingleton<PublishEndpoint>()
        .AddSingleton<DraftReading>().AddSingleton<UnitPages>()
        .AddSingleton<DraftEndpoint>().AddSingleton<MyAgent>().AddSingleton<MyEndpoint>()
        .AddSingleton<CalendarLinkStore>().AddSingleton<CalendarLinks>().AddSingleton<CalendarEndpoint>()
        .AddHostedService<ScheduleWindow>();
}
