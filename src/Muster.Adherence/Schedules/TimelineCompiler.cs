using Muster.Adherence.Events;
using Muster.Adherence.Rules;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Adherence.Schedules;

/// <summary>Makes an agent's timeline of schedules, rules and approvals.</summary>
internal sealed class TimelineCompiler(ActivityTable activities)
{
    private readonly AcceptanceRuler _ruler = new();

    /// <param name="versions">In the order of days and versions.</param>
    public Timeline Compile(DateTimeZone zone, UnitRules rules, ScheduleVersion[] versions, Approval[] approvals)
    {
        var days = DayVersions.Of(versions);
        var newest = Layer([.. days.Select(day => day.Newest.Content)]);
        var inForce = rules.In(zone);
        var (known, knownAccept) = Known(days, newest, rules, inForce);
        var sources = new PieceSources(
            newest, Accepted(newest, rules, inForce), known, knownAccept, inForce, Local(days, zone),
            Approved(approvals));
        return new Timeline(
            Cut(sources), [.. days.Select(day => new KnownDay(day.Newest.Version, day.Newest.ToldAt))], approvals);
    }

    /// <summary>What counts at each second: of what lies over each other the highest, then what starts later.</summary>
    /// <param name="contents">By the index of the day.</param>
    private StepList<Scheduled> Layer(DayContent[] contents)
    {
        var all = new List<(PlannedActivity Activity, uint Start, uint End, int Day)>();
        var cuts = new List<uint>();
        foreach (var (day, content) in contents.Index())
        {
            foreach (var one in content.Activities.Where(one => one.Minutes > 0))
            {
                var (start, end) = (UnixSeconds.Floor(one.Start), UnixSeconds.Floor(one.End));
                all.Add((one, start, end, day));
                cuts.Add(start);
                cuts.Add(end);
            }
        }

        var inOrder = all.OrderBy(one => one.Activity.Layer).ThenBy(one => one.Start).ThenBy(one => one.Day).ToList();
        cuts.Sort();
        var steps = new StepList<Scheduled>();
        steps.Add(0, Scheduled.Nothing);
        foreach (var cut in cuts)
        {
            var top = inOrder.FindLastIndex(one => one.Start <= cut && one.End > cut);
            steps.Add(cut, top < 0
                ? Scheduled.Nothing
                : new Scheduled(activities.IndexOf(inOrder[top].Activity.Code), (ushort)inOrder[top].Day));
        }

        return steps;
    }

    private StepList<Acceptance> Accepted(StepList<Scheduled> scheduled, UnitRules rules, StepList<byte> inForce)
    {
        var accepted = new StepList<Acceptance>();
        for (var i = 0; i < inForce.Count; i++)
        {
            var (start, end) = (inForce[i].Start, inForce.EndOf(i));
            accepted.AddFrom(_ruler.Rule(scheduled, rules[inForce[i].Value]), start, end);
        }

        return accepted;
    }

    /// <summary>What the agent knew at each second, and what that accepts.</summary>
    private (StepList<Scheduled> Scheduled, StepList<Acceptance> Accept) Known(
        List<DayVersions> days, StepList<Scheduled> newest, UnitRules rules, StepList<byte> inForce)
    {
        var tellings = new List<uint> { 0 };
        days.ForEach(day => day.AddTellings(tellings));
        tellings.Sort();
        var (scheduled, accepted) = (new StepList<Scheduled>(), new StepList<Acceptance>());
        for (var i = 0; i < tellings.Count; i++)
        {
            var (start, end) = (tellings[i], i + 1 < tellings.Count ? tellings[i + 1] : UnixSeconds.Never);
            if (start < end)
            {
                var isNewest = days.TrueForAll(day => day.KnownAt(start) == day.Newest);
                var then = isNewest ? newest : Layer([.. days.Select(day => day.KnownAt(start).Content)]);
                scheduled.AddFrom(then, start, end);
                accepted.AddFrom(Accepted(then, rules, inForce), start, end);
            }
        }

        return (scheduled, accepted);
    }

    /// <summary>The day by the clock; <see cref="Piece.None"/>: not a published one.</summary>
    private static StepList<ushort> Local(List<DayVersions> days, DateTimeZone zone)
    {
        var steps = new StepList<ushort>();
        steps.Add(0, Piece.None);
        foreach (var (index, day) in days.Index())
        {
            var (start, end) = day.In(zone);
            steps.Add(start, (ushort)index);
            steps.Add(end, Piece.None);
        }

        return steps;
    }

    private static StepList<ushort> Approved(Approval[] approvals)
    {
        var steps = new StepList<ushort>();
        steps.Add(0, Piece.None);
        var spans = approvals.Select(one => (Start: UnixSeconds.Floor(one.Start), End: UnixSeconds.Floor(one.End)))
            .ToArray();
        foreach (var cut in spans.SelectMany(one => (uint[])[one.Start, one.End]).Order())
        {
            var top = Array.FindLastIndex(spans, one => one.Start <= cut && one.End > cut);
            steps.Add(cut, top < 0 ? Piece.None : (ushort)top);
        }

        return steps;
    }

    private Piece[] Cut(PieceSources sources)
    {
        var pieces = new List<Piece>();
        foreach (var start in sources.Starts())
        {
            var piece = sources.Read(start, activities);
            if (pieces.Count == 0 || pieces[^1] != piece with { Start = pieces[^1].Start })
            {
                pieces.Add(piece);
            }
        }

        return [.. pieces];
    }
}
