using Muster.Domain.Outcomes;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>Steps of editing, done one after the other to the days that they concern: all of them or none.</summary>
public sealed class DayEditing(DateTimeZone zone, IReadOnlyDictionary<(AgentId, LocalDate), DayContent> before)
{
    private readonly Dictionary<(AgentId Agent, LocalDate Day), DayContent> _changed = [];

    /// <summary>The days that came out other than they were.</summary>
    public IReadOnlyDictionary<(AgentId Agent, LocalDate Day), DayContent> Changed => _changed
        .Where(day => !day.Value.Equals(before.GetValueOrDefault(day.Key, DayContent.Free)))
        .ToDictionary();

    /// <summary>Which days steps read and write.</summary>
    public static IEnumerable<(AgentId Agent, LocalDate Day)> Concerned(IEnumerable<DayEdit> edits) =>
        edits.SelectMany(edit => edit.Concerned).Distinct();

    /// <returns>Null when it was done, else why not.</returns>
    public Refusal? Do(DayEdit edit)
    {
        switch (edit)
        {
            case DayEdit.Swap swap:
                var (one, other) = (At(swap.Agent, swap.Day), At(swap.WithAgent, swap.WithDay));
                _changed[(swap.Agent, swap.Day)] = OnDay(other, swap.WithDay, swap.Day);
                _changed[(swap.WithAgent, swap.WithDay)] = OnDay(one, swap.Day, swap.WithDay);
                return null;
            case DayEdit.MoveOnto move:
                return MoveOnto(move);
            default:
                var after = edit.Apply(At(edit.Agent, edit.Day));
                if (after.Refused is null)
                {
                    _changed[(edit.Agent, edit.Day)] = after.Value;
                }

                return after.Refused;
        }
    }

    private Refusal? MoveOnto(DayEdit.MoveOnto move)
    {
        var taken = move.Take(At(move.Agent, move.Day));
        if (taken.Refused is { } refusal)
        {
            return refusal;
        }

        var (left, gone) = taken.Value;
        _changed[(move.Agent, move.Day)] = left;
        var onto = At(move.ToAgent, move.ToDay);
        _changed[(move.ToAgent, move.ToDay)] = new DayContent(onto.Activities.Concat(gone.Activities));
        return null;
    }

    private DayContent At(AgentId agent, LocalDate day) => _changed.TryGetValue((agent, day), out var changed)
        ? changed
        : before.GetValueOrDefault((agent, day), DayContent.Free);

    // At the same time of the clock; what is in it keeps its distance to the start, and so its length.
    private DayContent OnDay(DayContent content, LocalDate from, LocalDate to)
    {
        if (from == to || content.IsFree)
        {
            return content;
        }

        var first = content.Activities.Min(activity => activity.Start);
        var clock = first.InZone(zone).LocalDateTime.PlusDays(Period.DaysBetween(from, to));
        return content.Later(clock.InZone(zone, Time.ShiftTime.ShiftStart).ToInstant() - first);
    }
}
