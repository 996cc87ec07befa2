using Muster.Storage.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>One of the things that a published day was.</summary>
/// <param name="Version">Of the published schedules, with which it came.</param>
/// <param name="DayVersion">Counts the changes of this day of this agent.</param>
public sealed record DayVersionView(
    long Version, long DayVersion, string Author, DateTimeOffset At, IReadOnlyList<ActivityView> Activities)
{
    public static DayVersionView Of(DayVersion was) => new(
        was.ScheduleVersion, was.Day.Version, was.Author, was.At, ActivityView.Of(was.Day.Content));
}
