using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>What one was told of a version of the published schedules.</summary>
/// <param name="Days">Those that are not over.</param>
/// <param name="IsShort">Whether it changes days within the notice period.</param>
/// <param name="Changes">What each day was, and what it became.</param>
/// <param name="Activities">What the activity codes are called, and how they look.</param>
public sealed record MyNoticeView(
    Guid Id, long Version, IReadOnlyList<LocalDate> Days, bool IsShort, string Author, string Note,
    DateTimeOffset At, DateTimeOffset? AcknowledgedAt, IReadOnlyList<MyChangeView> Changes,
    IReadOnlyList<MyActivityView> Activities)
{
    public static MyNoticeView Of(
        ScheduleNotice notice, IEnumerable<DayChange> changes, LocalDate lastShort,
        IReadOnlyList<MyActivityView> activities) => new(
        notice.Id, notice.Version, notice.Days, notice.IsShort, notice.Author, notice.Note, notice.At,
        notice.AcknowledgedAt,
        [
            .. changes.Where(change => notice.Days.Contains(change.Day))
                .Select(change => MyChangeView.Of(change, lastShort)),
        ],
        activities);
}
