using Muster.Domain.Time;
using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>A queue of which a source should tell on a day, and has told nothing.</summary>
/// <param name="From">Before, nothing is expected of it.</param>
public sealed record SilentQueue(int Source, string Queue, Instant From)
{
    /// <summary>
    /// Hours of a queue are known from what was told of it: no planning group says when each of its queues is open. Two
    /// weeks, so that a holiday a week ago does not look like a weekday on which it is closed.
    /// </summary>
    private const int DaysBack = 14;

    private const int DaysPerWeek = 7;

    /// <summary>The days by which it is told whether a queue is expected on a day.</summary>
    public static IReadOnlyList<ToldWeekday> DaysBefore(DayFrame day) =>
    [
        .. Enumerable.Range(1, DaysBack).Select(back =>
        {
            var one = Days.Of(day.Date.PlusDays(-back), day.Zone);
            return new ToldWeekday(
                one.Start.ToDateTimeOffset(), one.End.ToDateTimeOffset(), back % DaysPerWeek == 0);
        }),
    ];

    /// <summary>
    /// It is expected from the hour on at which its source began to tell of it on such a weekday. Of one that is told
    /// of for less than a week nobody knows the weekdays: it is expected as on the days that there were.
    /// </summary>
    /// <returns>Null: it was told of a week ago, and not on such a weekday.</returns>
    public static SilentQueue? Of(QueueTeller teller, DayFrame day)
    {
        var sixDaysAgo = Days.Start(day.Date.PlusDays(1 - DaysPerWeek), day.Zone);
        var isNew = Instant.FromDateTimeOffset(teller.First) >= sixDaysAgo;
        return (teller.OnWeekday ?? (isNew ? teller.OnAnyDay : (TimeSpan?)null)) is { } after
            ? new SilentQueue(teller.Source, teller.Queue, day.Day.Start + Duration.FromTimeSpan(after))
            : null;
    }
}
