using Muster.Domain.Outcomes;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>
/// One step of editing an agent's day. An activity is named by its layer and start, so a step that comes after somebody
/// else's moved it is refused, not done to another.
/// </summary>
public abstract record DayEdit(AgentId Agent, LocalDate Day)
{
    /// <summary>The whole day anew; nothing: a free day.</summary>
    public sealed record Replace(AgentId Agent, LocalDate Day, DayContent Content) : DayEdit(Agent, Day);

    public sealed record Add(AgentId Agent, LocalDate Day, PlannedActivity Activity) : DayEdit(Agent, Day);

    public sealed record Remove(AgentId Agent, LocalDate Day, ActivityLayer Layer, Instant Start)
        : DayEdit(Agent, Day);

    /// <summary>To another start. A shift takes along what lies in it.</summary>
    public sealed record Move(AgentId Agent, LocalDate Day, ActivityLayer Layer, Instant Start, Instant To)
        : DayEdit(Agent, Day);

    /// <summary>To a day of another agent, or to another day. A shift takes along what lies in it.</summary>
    public sealed record MoveOnto(
        AgentId Agent, LocalDate Day, ActivityLayer Layer, Instant Start, Instant To, AgentId ToAgent, LocalDate ToDay)
        : DayEdit(Agent, Day)
    {
        /// <summary>What is left of the day, and what goes, at its new time.</summary>
        internal Outcome<(DayContent Left, DayContent Gone)> Take(DayContent content) =>
            Find(content, Layer, Start).Then(found =>
            {
                var gone = Layer == ActivityLayer.Work ? InsideOf(content, found).Append(found).ToList() : [found];
                return (new DayContent(content.Activities.Except(gone)), new DayContent(gone).Later(To - Start));
            });
    }

    public sealed record Resize(
        AgentId Agent, LocalDate Day, ActivityLayer Layer, Instant Start, PlannedActivity Into) : DayEdit(Agent, Day);

    /// <summary>Each gets the other's day: on different days at the same times of the clock.</summary>
    public sealed record Swap(AgentId Agent, LocalDate Day, AgentId WithAgent, LocalDate WithDay)
        : DayEdit(Agent, Day);

    /// <summary>Which days it reads and writes.</summary>
    public IEnumerable<(AgentId Agent, LocalDate Day)> Concerned => this switch
    {
        Swap swap => [(Agent, Day), (swap.WithAgent, swap.WithDay)],
        MoveOnto move => [(Agent, Day), (move.ToAgent, move.ToDay)],
        _ => [(Agent, Day)],
    };

    /// <summary>What becomes of a day; what concerns two is done by <see cref="DayEditing"/>.</summary>
    public Outcome<DayContent> Apply(DayContent content) => this switch
    {
        Replace all => all.Content,
        Add one => new DayContent(content.Activities.Append(one.Activity)),
        Remove one => With(content, one.Layer, one.Start, _ => []),
        Move { Layer: ActivityLayer.Work } one => With(content, one.Layer, one.Start, shift =>
            Shifted(content, shift, one.To - one.Start)),
        Move one => With(content, one.Layer, one.Start, activity => [activity with { Start = one.To }]),
        Resize one => With(content, one.Layer, one.Start, activity =>
            [activity with { Start = one.Into.Start, Minutes = one.Into.Minutes }]),
        _ => throw new NotSupportedException($"{GetType().Name} is no change of one day."),
    };

    private Outcome<DayContent> With(
        DayContent content, ActivityLayer layer, Instant start,
        Func<PlannedActivity, IEnumerable<PlannedActivity>> change) =>
        Find(content, layer, start).Then(found =>
        {
            var changed = change(found).ToList();

            // A shift that moves has what lies in it among what it changed into.
            var inside = changed.Count > 1 ? InsideOf(content, found) : [];
            return new DayContent(content.Activities.Except([found, .. inside]).Concat(changed));
        });

    private Outcome<PlannedActivity> Find(DayContent content, ActivityLayer layer, Instant start)
    {
        var found = content.Of(layer).Where(activity => activity.Start == start).ToList();
        return found.Count > 0 ? found[0] : new Refusal.Conflict(
            $"On {Day:uuuu-MM-dd} nothing of the layer {layer.ToString().ToLowerInvariant()} starts at {start}: "
            + "somebody may have changed the day.\nMaybe look at it again.");
    }

    private static IEnumerable<PlannedActivity> Shifted(DayContent content, PlannedActivity shift, Duration by) =>
        InsideOf(content, shift).Prepend(shift).Select(activity => activity with { Start = activity.Start + by });

    private static IReadOnlyList<PlannedActivity> InsideOf(DayContent content, PlannedActivity shift) =>
    [
        .. content.Of(ActivityLayer.Inside)
            .Where(activity => activity.Start >= shift.Start && activity.End <= shift.End),
    ];
}
