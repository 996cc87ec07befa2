using NodaTime;
using Muster.Domain.People;

namespace Muster.Domain.Schedules;

/// <summary>A day that a draft and the published schedule have both changed, each in its own way.</summary>
/// <param name="AgentName">Empty for somebody who is not there any more.</param>
/// <param name="Reason">Why they do not go together.</param>
/// <param name="BaseVersion">Of the published day that the draft was made from; 0: there was none.</param>
/// <param name="Published">As it is now, with its version.</param>
/// <param name="ChangedBy">Who published it, and <paramref name="ChangedAt"/> when; null: nobody did.</param>
/// <param name="Mine">As the draft has it.</param>
public sealed record DayConflict(
    AgentId Agent, string AgentName, LocalDate Day, string Reason, long BaseVersion, AgentDay? Published,
    string? ChangedBy, DateTimeOffset? ChangedAt, DayContent Mine);
