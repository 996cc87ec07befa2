using Muster.Domain.People;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>What an agent was told of a version of the published schedules.</summary>
/// <param name="IsShort">Whether it changes days within the notice period.</param>
/// <param name="DeliveredAt">When it first arrived where the agent sees it; null: not yet.</param>
/// <param name="AcknowledgedAt">When the agent said: I have seen it.</param>
public sealed record ScheduleNotice(
    Guid Id, AgentId Agent, string AgentName, long Version, IReadOnlyList<LocalDate> Days, bool IsShort, string Author,
    string Note, DateTimeOffset At, DateTimeOffset? DeliveredAt, DateTimeOffset? AcknowledgedAt);
