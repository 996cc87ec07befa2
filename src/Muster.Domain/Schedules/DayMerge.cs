using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>
/// Two changes of one day made one. They go together where they touch different times, or do the same over the same
/// time. What overlaps otherwise is a conflict, in whichever layers; so are changes of one activity that meet.
/// </summary>
public sealed class DayMerge
{
    private readonly DayContent _base;
    private readonly DayContent _mine;
    private readonly DayContent _theirs;
    private readonly List<Segment> _segments = [];

    private DayMerge(DayContent @base, DayContent mine, DayContent theirs) =>
        (_base, _mine, _theirs) = (@base, mine, theirs);

    private enum Source
    {
        Both,
        Mine,
        Theirs,
    }

    /// <summary>Both changes of what was there before; null when they do not go together.</summary>
    public static DayContent? Of(DayContent @base, DayContent mine, DayContent theirs) =>
        mine.Equals(theirs) || theirs.Equals(@base) ? mine
        : mine.Equals(@base) ? theirs
        : new DayMerge(@base, mine, theirs).Merge();

    private DayContent? Merge()
    {
        var all = _base.Activities.Concat(_mine.Activities).Concat(_theirs.Activities);
        foreach (var (from, to) in DayContent.Segments(all))
        {
            var (before, mine, theirs) = (Layers(_base, from), Layers(_mine, from), Layers(_theirs, from));
            var (isMine, isTheirs) = (!mine.SequenceEqual(before), !theirs.SequenceEqual(before));
            if (isMine && isTheirs && !mine.SequenceEqual(theirs))
            {
                return null;
            }

            _segments.Add(new Segment(
                from, to, isMine == isTheirs ? Source.Both : isMine ? Source.Mine : Source.Theirs, isMine && isTheirs,
                isTheirs ? theirs : mine));
        }

        return _segments.Zip(_segments.Skip(1)).Any(pair => Clash(pair.First, pair.Second))
            ? null
            : new DayContent(Enum.GetValues<ActivityLayer>().SelectMany(Rebuild));
    }

    // Where a change of both goes on as a change of one, they are not the same. And where the change of one meets that
    // of the other, both may be of one activity: one lets it end later, the other takes it away.
    private bool Clash(Segment before, Segment after) =>
        (before.IsSame && after.Source != Source.Both) || (after.IsSame && before.Source != Source.Both)
        || (before.Source != Source.Both && after.Source != Source.Both && before.Source != after.Source
            && _base.Activities.Any(activity => activity.Start <= after.From && activity.End >= after.From
                && !_mine.Activities.Contains(activity) && !_theirs.Activities.Contains(activity)));

    private List<PlannedActivity> Rebuild(ActivityLayer layer)
    {
        var built = new List<PlannedActivity>();
        foreach (var (i, segment) in _segments.Index())
        {
            if (segment.Codes[(int)layer] is not { } code)
            {
                continue;
            }

            var minutes = (int)(segment.To - segment.From).TotalMinutes;
            var goesOn = built.Count > 0 && built[^1].End == segment.From && built[^1].Code == code
                && !IsCut(layer, _segments[i - 1].Source, segment);
            if (goesOn)
            {
                built[^1] = built[^1] with { Minutes = built[^1].Minutes + minutes };
            }
            else
            {
                built.Add(new PlannedActivity(layer, segment.From, minutes, code));
            }
        }

        return built;
    }

    // Whether two activities of the same kind meet where a segment begins, or one goes on.
    private bool IsCut(ActivityLayer layer, Source before, Segment segment)
    {
        var (mine, theirs) = (HasEnd(_mine, layer, segment.From), HasEnd(_theirs, layer, segment.From));
        return (before, segment.Source) switch
        {
            (Source.Both, Source.Both) => HasEnd(_base, layer, segment.From) ? mine && theirs : mine || theirs,
            (Source.Theirs, Source.Mine) or (Source.Mine, Source.Theirs) => mine && theirs,
            (Source.Mine, _) or (_, Source.Mine) => mine,
            _ => theirs,
        };
    }

    private static bool HasEnd(DayContent content, ActivityLayer layer, Instant at) =>
        content.Of(layer).Any(activity => activity.Start == at || activity.End == at);

    private static ActivityCodeId?[] Layers(DayContent content, Instant at)
    {
        var codes = new ActivityCodeId?[Enum.GetValues<ActivityLayer>().Length];
        foreach (var activity in content.Activities)
        {
            if (activity.Start <= at && activity.End > at)
            {
                codes[(int)activity.Layer] = activity.Code;
            }
        }

        return codes;
    }

    /// <param name="IsSame">Both change it, and to the same.</param>
    private sealed record Segment(Instant From, Instant To, Source Source, bool IsSame, ActivityCodeId?[] Codes);
}
