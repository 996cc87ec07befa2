using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>Which field of the caller's steps a fault of a day comes from.</summary>
public sealed class StepFields
{
    private readonly IReadOnlyList<EditStep> _steps;
    private readonly EditStep _last;
    private readonly (AgentId Agent, LocalDate Day) _key;

    /// <param name="steps">Of which at least one concerns the day.</param>
    public StepFields(IReadOnlyList<EditStep> steps, (AgentId Agent, LocalDate Day) key) =>
        (_steps, _last, _key) = (steps, steps.Last(step => step.Edit.Concerned.Contains(key)), key);

    /// <summary>All that the day holds: <c>edits[3].activities</c>, or the step that changed the day last.</summary>
    public string Content => _last.Edit is DayEdit.Replace ? $"{_last.Field}.activities" : _last.Field;

    public string Date => _last.Edit switch
    {
        DayEdit.MoveOnto move when (move.ToAgent, move.ToDay) == _key => $"{_last.Field}.to_day",
        DayEdit.Swap swap when (swap.WithAgent, swap.WithDay) == _key => $"{_last.Field}.with_day",
        _ => $"{_last.Field}.day",
    };

    /// <summary>An activity of the day: <c>edits[3].activities[0]</c>, or the step that made it.</summary>
    public string Of(PlannedActivity activity) =>
        _steps.LastOrDefault(step => step.Edit.Concerned.Contains(_key) && Makes(step, activity)) is not { } made
            ? _last.Field
        : made.Edit is DayEdit.Replace ? $"{made.Field}.activities[{made.Given.Index().First(
            one => one.Item == activity).Index}]"
        : made.Field;

    private static bool Makes(EditStep step, PlannedActivity activity) => step.Edit switch
    {
        DayEdit.Replace => step.Given.Contains(activity),
        DayEdit.Add add => add.Activity == activity,
        DayEdit.Resize into => into.Into.Layer == activity.Layer && into.Into.Start == activity.Start,
        DayEdit.Move move => move.Layer == activity.Layer && move.To == activity.Start,
        DayEdit.MoveOnto move => move.Layer == activity.Layer && move.To == activity.Start,
        _ => false,
    };
}
