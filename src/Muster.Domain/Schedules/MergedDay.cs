using Muster.Domain.People;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>A day that a draft and the published schedule have both changed, and where both changes count.</summary>
/// <param name="Published">As it is now, by <paramref name="ChangedBy"/> <paramref name="ChangedAt"/>.</param>
/// <param name="Mine">As the draft has it.</param>
/// <param name="Both">What a publish makes of it.</param>
public sealed record MergedDay(
    AgentId Agent, string AgentName, LocalDate Day, AgentDay Published, string? ChangedBy, DateTimeOffset? ChangedAt,
    DayContent Mine, DayContent Both);
