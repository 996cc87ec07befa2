using Muster.Domain.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>An activity of an agent's day.</summary>
/// <param name="Layer">work, inside (breaks, meals, meetings) or time_off: where they overlap, the last counts.</param>
/// <param name="Minutes">Elapsed time.</param>
public sealed record ActivityView(ActivityLayer Layer, DateTimeOffset Start, int Minutes, Guid ActivityCodeId)
{
    public static ActivityView Of(PlannedActivity activity) =>
        new(activity.Layer, activity.Start.ToDateTimeOffset(), activity.Minutes, activity.Code.Value);

    public static IReadOnlyList<ActivityView> Of(DayContent content) => [.. content.Activities.Select(Of)];
}
