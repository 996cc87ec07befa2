using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>An agent's day.</summary>
/// <param name="Version">Of the published day; of a draft's day, the draft's when it was last changed.</param>
public sealed record DayView(Guid AgentId, LocalDate Day, long Version, IReadOnlyList<ActivityView> Activities)
{
    public static DayView Of(AgentDay day) =>
        new(day.Agent.Value, day.Day, day.Version, ActivityView.Of(day.Content));
}
