using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>
/// All that one agent is to do on one day: the activities that belong to it, by layer and start. A shift belongs to the
/// day on which it starts, also where it runs past midnight. Two with the same activities are equal.
/// </summary>
public sealed class DayContent : IEquatable<DayContent>
{
    public static readonly DayContent Free = new([]);

    public DayContent(IEnumerable<PlannedActivity> activities)
    {
        PlannedActivity[] given = [.. activities];
        Activities = IsInOrder(given)
            ? given
            : [.. given.OrderBy(activity => activity.Layer).ThenBy(activity => activity.Start)];
    }

    public IReadOnlyList<PlannedActivity> Activities { get; }

    public bool IsFree => Activities.Count == 0;

    public IEnumerable<PlannedActivity> Of(ActivityLayer layer) =>
        Activities.Where(activity => activity.Layer == layer);

    /// <summary>From the start of the first work to the end of the last; null on a day without work.</summary>
    public Interval? Shift => Of(ActivityLayer.Work).ToList() is { Count: > 0 } work
        ? new Interval(work[0].Start, work.Max(activity => activity.End))
        : null;

    /// <summary>What counts, in order and without overlap: of what lies over each other, the highest.</summary>
    public IReadOnlyList<PlannedActivity> Visible()
    {
        var seen = new List<PlannedActivity>();
        foreach (var (from, to) in Segments(Activities))
        {
            if (Activities.LastOrDefault(one => one.Start <= from && one.End >= to) is not { Minutes: > 0 } top)
            {
                continue;
            }

            var minutes = (int)(to - from).TotalMinutes;
            var goesOn = seen.Count > 0 && seen[^1] is var last && last.End == from && last.Code == top.Code
                && last.Layer == top.Layer && top.Start < from;
            if (goesOn)
            {
                seen[^1] = seen[^1] with { Minutes = seen[^1].Minutes + minutes };
            }
            else
            {
                seen.Add(top with { Start = from, Minutes = minutes });
            }
        }

        return seen;
    }

    /// <summary>Elapsed minutes of what is paid.</summary>
    public int PaidMinutes(Func<ActivityCodeId, bool> isPaid) =>
        Visible().Where(activity => isPaid(activity.Code)).Sum(activity => activity.Minutes);

    /// <summary>The same, so much later.</summary>
    public DayContent Later(Duration by) =>
        new(Activities.Select(activity => activity with { Start = activity.Start + by }));

    public bool Equals(DayContent? other) => other is not null && Activities.SequenceEqual(other.Activities);

    public override bool Equals(object? obj) => Equals(obj as DayContent);

    public override int GetHashCode() => Activities.Count == 0 ? 0 : HashCode.Combine(Activities.Count, Activities[0]);

    /// <summary>From each start or end to the next, in order.</summary>
    internal static IEnumerable<(Instant From, Instant To)> Segments(IEnumerable<PlannedActivity> activities)
    {
        var cuts = activities.SelectMany(activity => (Instant[])[activity.Start, activity.End]).Distinct().Order()
            .ToList();
        return cuts.Zip(cuts.Skip(1));
    }

    // As they come from the database, by the hundred thousand.
    private static bool IsInOrder(PlannedActivity[] activities)
    {
        for (var place = 1; place < activities.Length; place++)
        {
            var (one, next) = (activities[place - 1], activities[place]);
            if (one.Layer > next.Layer || (one.Layer == next.Layer && one.Start > next.Start))
            {
                return false;
            }
        }

        return true;
    }
}
