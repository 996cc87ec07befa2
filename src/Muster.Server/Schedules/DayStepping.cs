using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>Does steps of editing to some days, in memory, and checks what comes of them.</summary>
public static class DayStepping
{
    /// <summary>
    /// Which steps are about days that the schedule does not have; null: none. Asked before any is read.
    /// </summary>
    public static Refusal? Outside(IReadOnlyList<EditStep> steps, Func<LocalDate, bool> holds)
    {
        var checks = new FieldChecks();
        foreach (var step in steps)
        {
            foreach (var (_, day) in DayEditing.Concerned([step.Edit]))
            {
                checks.That(holds(day), $"{step.Field}.day", $"is outside of the schedule: {day:uuuu-MM-dd}.");
            }
        }

        return checks.Refusal;
    }

    /// <param name="days">Those that the steps are about, and the days around.</param>
    public static Outcome<EditedDays> Do(ScheduleUnit unit, UnitDays days, IReadOnlyList<EditStep> steps)
    {
        var checks = new FieldChecks();
        foreach (var step in steps)
        {
            CheckPlace(checks, unit, days, step);
        }

        if (checks.Refusal is { } misplaced)
        {
            return misplaced;
        }

        var before = DayEditing.Concerned(steps.Select(step => step.Edit))
            .ToDictionary(day => day, day => days[day.Agent, day.Day]);
        var editing = new DayEditing(unit.Zone, before);
        foreach (var step in steps)
        {
            if (editing.Do(step.Edit) is { } refusal)
            {
                return new Refusal.Conflict(
                    $"{step.Field}: {NameOf(days, step.Edit.Agent)}: {Api.Problems.Sentence(refusal)}");
            }
        }

        var changed = editing.Changed;
        foreach (var day in changed.Keys)
        {
            var who = $"of {days.Agents[day.Agent].FullName} on {day.Day:uuuu-MM-dd}";
            foreach (var error in Faults(unit, days, changed, new StepFields(steps, day), day))
            {
                checks.That(false, error.Field, $"{who} {error.Message}");
            }
        }

        return checks.Refusal is { } wrong
            ? wrong
            : new EditedDays(changed, days.NewBreaches(changed), Describe(days, steps));
    }

    private static void CheckPlace(FieldChecks checks, ScheduleUnit unit, UnitDays days, EditStep step)
    {
        foreach (var (agent, _) in DayEditing.Concerned([step.Edit]))
        {
            var known = days.Agents.GetValueOrDefault(agent);
            checks.That(
                known is { RemovedAt: null } && known.ManagementUnit == unit.Unit.Id, $"{step.Field}.agent_id",
                $"names no agent of {unit.Unit.Name}: {known?.FullName ?? agent.ToString()}.");
        }
    }

    // The field is the caller's, and the message says whose day it is.
    private static IReadOnlyList<FieldError> Faults(
        ScheduleUnit unit, UnitDays days, IReadOnlyDictionary<(AgentId Agent, LocalDate Day), DayContent> changed,
        StepFields fields, (AgentId Agent, LocalDate Day) key)
    {
        var (agent, content, checks) = (days.Agents[key.Agent], changed[key], new FieldChecks());
        unit.Checks.Check(checks, fields.Content, fields.Of, key.Day, content);
        checks.That(content.IsFree || agent.Employment.IsActiveOn(key.Day), fields.Date,
            "cannot be planned: the agent is not employed on that day.");
        foreach (var first in new[] { key.Day.PlusDays(-1), key.Day })
        {
            var next = first.PlusDays(1);
            checks.That(!(On(first)?.End > On(next)?.Start), fields.Content,
                $"overlap: the shift of {first:uuuu-MM-dd} goes on when that of {next:uuuu-MM-dd} starts.");
        }

        return checks.Refusal is Refusal.Invalid { Errors: var errors } ? errors : [];

        Interval? On(LocalDate day) =>
            (changed.TryGetValue((key.Agent, day), out var after) ? after : days[key.Agent, day]).Shift;
    }

    private static string Describe(UnitDays days, IReadOnlyList<EditStep> steps)
    {
        var first = steps[0].Edit;
        var what = first switch
        {
            DayEdit.Add => "adds an activity",
            DayEdit.Remove => "removes an activity",
            DayEdit.Move => "moves an activity",
            DayEdit.MoveOnto move => $"moves an activity to {NameOf(days, move.ToAgent)}, {move.ToDay:uuuu-MM-dd}",
            DayEdit.Resize => "stretches an activity",
            DayEdit.Swap swap => $"swaps with {NameOf(days, swap.WithAgent)}",
            DayEdit.Replace { Content.IsFree: true } => "clears the day",
            _ => "replaces the day",
        };
        return $"{what}: {NameOf(days, first.Agent)}, {first.Day:uuuu-MM-dd}"
            + (steps.Count > 1 ? $", and {steps.Count - 1} more" : "");
    }

    private static string NameOf(UnitDays days, AgentId agent) =>
        days.Agents.GetValueOrDefault(agent)?.FullName ?? agent.ToString();
}
