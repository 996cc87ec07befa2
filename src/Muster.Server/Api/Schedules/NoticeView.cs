using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>What an agent was told of a version of the published schedules.</summary>
/// <param name="IsShort">Whether it changes days within the notice period.</param>
public sealed record NoticeView(
    Guid Id, Guid AgentId, string AgentName, long Version, IReadOnlyList<LocalDate> Days, bool IsShort, string Author,
    string Note, DateTimeOffset At, DateTimeOffset? DeliveredAt, DateTimeOffset? AcknowledgedAt)
{
    public static NoticeView Of(ScheduleNotice notice) => new(
        notice.Id, notice.Agent.Value, notice.AgentName, notice.Version, notice.Days, notice.IsShort, notice.Author,
        notice.Note, notice.At, notice.DeliveredAt, notice.AcknowledgedAt);
}
