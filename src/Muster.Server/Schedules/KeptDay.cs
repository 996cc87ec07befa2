using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>What a day of a draft was before an edit, as it is kept to undo it.</summary>
/// <param name="BaseVersion">Null: the draft had not changed the day, it was as published.</param>
/// <param name="Activities">Each as layer, minute since 1970 and minutes, with the code beside.</param>
public sealed record KeptDay(
    Guid Agent, LocalDate Day, long? BaseVersion, IReadOnlyList<KeptActivity> Activities)
{
    public static KeptDay Of(Guid agent, LocalDate day, DraftDay? before) => new(
        agent, day, before?.BaseVersion,
        [
            .. (before?.Content ?? DayContent.Free).Activities.Select(activity => new KeptActivity(
                activity.Layer, activity.StartMinute, activity.Minutes, activity.Code.Value)),
        ]);

    public DayContent Content => new(Activities.Select(activity => new PlannedActivity(
        activity.Layer, PlannedActivity.At(activity.Start), activity.Minutes, new ActivityCodeId(activity.Code))));
}
