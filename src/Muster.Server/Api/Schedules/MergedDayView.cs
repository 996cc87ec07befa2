using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>A day that a draft and the published schedule have both changed, and where both changes count.</summary>
/// <param name="ChangedBy">Who published the other change.</param>
/// <param name="Merged">What a publish makes of it.</param>
public sealed record MergedDayView(
    Guid AgentId, string AgentName, LocalDate Day, string? ChangedBy, DateTimeOffset? ChangedAt,
    IReadOnlyList<ActivityView> Draft, IReadOnlyList<ActivityView> Published, IReadOnlyList<ActivityView> Merged)
{
    public static MergedDayView Of(MergedDay day) => new(
        day.Agent.Value, day.AgentName, day.Day, day.ChangedBy, day.ChangedAt, ActivityView.Of(day.Mine),
        ActivityView.Of(day.Published.Content), ActivityView.Of(day.Both));
}
