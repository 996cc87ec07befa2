using Muster.Domain.People;
using NodaTime;

namespace Muster.Adherence.Schedules;

/// <summary>
/// Somebody approved what an agent did: where the agent is out or unscheduled in <c>[start, end)</c>, that is
/// explained. Whole seconds; parts of one are cut off. Where two overlap, the one that starts later counts, then that
/// of the greater id.
/// </summary>
public sealed record Approval(Guid Id, AgentId Agent, Instant Start, Instant End);
