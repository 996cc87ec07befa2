using Muster.Storage.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>The private address of one's own calendar, which is told only when it is made.</summary>
/// <param name="CreatedAt">Null: there is none.</param>
/// <param name="LastReadAt">When a calendar last asked, to within ten minutes.</param>
public sealed record MyCalendarView(DateTimeOffset? CreatedAt, DateTimeOffset? LastReadAt)
{
    public static MyCalendarView Of(CalendarLink? link) => new(link?.CreatedAt, link?.LastReadAt);
}
