using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Adherence.Results;

/// <summary>How an agent stands at the engine's present.</summary>
/// <param name="Since">When this verdict with this impact began; at the earliest, the engine's first moment.</param>
/// <param name="InAlarmSince">When the agent was last not out and not unscheduled; null: is neither now.</param>
/// <param name="Scheduled">What is scheduled now; null: nothing.</param>
/// <param name="State">The number of the source's state; null: never heard of.</param>
/// <param name="StateSince">Since when the agent is in that state; null: never heard of.</param>
/// <param name="ScheduledUntil">When something else is scheduled, or nothing; null: not as far as schedules go.</param>
/// <param name="Next">What is scheduled then; null: nothing.</param>
/// <param name="ScheduleVersion">Of the day's schedule that was judged by; 0: none.</param>
/// <param name="Stamp">Grows with every change of any agent's status: the cursor of those who follow.</param>
public sealed record AgentStatus(
    AgentId Agent, Verdict Verdict, Impact Impact, VerdictRule Rule, Instant Since, Instant? InAlarmSince,
    ActivityCodeId? Scheduled, Actual Actual, int? State, Instant? StateSince, Instant? ScheduledUntil,
    ActivityCodeId? Next, long ScheduleVersion, long Stamp);
