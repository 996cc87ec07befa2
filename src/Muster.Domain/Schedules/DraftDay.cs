using Muster.Domain.People;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>A day of an agent as a draft has it.</summary>
/// <param name="BaseVersion">Of the published day that it was made from; 0: there was none.</param>
/// <param name="Version">The draft's, when it was last changed.</param>
public sealed record DraftDay(
    AgentId Agent, LocalDate Day, long BaseVersion, long Version, string ChangedBy, DayContent Content);
