using Muster.Domain.Organization;

namespace Muster.Domain.Schedules;

/// <summary>One version of the published schedules: who changed what, when.</summary>
/// <param name="Id">In no order that matters; the order is that of <paramref name="Version"/>.</param>
/// <param name="Version">Of all published schedules, in the order of commits.</param>
/// <param name="Draft">What was published; null where it was no draft.</param>
public sealed record ScheduleRevision(
    long Id, long Version, ManagementUnitId ManagementUnit, RevisionKind Kind, DraftId? Draft, string Author,
    DateTimeOffset At, string Note, int Agents, int AgentDays);
