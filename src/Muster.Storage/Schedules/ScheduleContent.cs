using System.Globalization;
using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Storage.Schedules;

/// <summary>
/// How a node follows the published schedules: the days around now are in memory. Days move into that window by a
/// change as well (<see cref="Window"/>), so nodes agree on it.
/// </summary>
public sealed class ScheduleContent(ScheduleStore store) : IScopeContent<LiveSchedules>
{
    /// <summary>The change that a day has passed; its id is the day that begins.</summary>
    public const string Window = "window";

    // Two days back for those who are behind UTC and work at night; a week and a day ahead.
    private const int Back = 2;
    private const int Ahead = 9;

    /// <summary>The day that the content was read on.</summary>
    public static LocalDate TodayOf(LiveSchedules content) => content.From.PlusDays(Back);

    public Task<ScopeSnapshot<LiveSchedules>> LoadAsync(CancellationToken token) =>
        store.LoadAsync(Back, Ahead, token);

    public async ValueTask<LiveSchedules> ApplyAsync(LiveSchedules content, ScopeDelta delta, CancellationToken token)
    {
        if (delta.Changes.Any(change => change.Entity == Window))
        {
            // Once a day: reading all of it is as quick as reading what is new, and simpler.
            var loaded = await LoadAsync(token);
            var read = loaded.Position.Timeline;
            return Same(read, delta) ? loaded.Content : throw Other(read, delta);
        }

        var revisions = delta.Changes.Select(change => long.Parse(change.Id, CultureInfo.InvariantCulture));
        var made = await store.ReadMadeAsync([.. revisions], content.From, content.To, token);
        return Same(made.Timeline, delta)
            ? content.WithNewer(made.Days).WithTold(made.Told)
            : throw Other(made.Timeline, delta);
    }

    public long? VersionOf(LiveSchedules content, string entity, string id) => null;

    private static bool Same(int timeline, ScopeDelta delta) => timeline == delta.Position.Timeline;

    private static StoreAwayException Other(int timeline, ScopeDelta delta) => new(
        $"Schedules were read on timeline {timeline} for changes of {delta.Position}: it is another database.");
}
