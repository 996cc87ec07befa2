using Muster.Adherence.Results;

namespace Muster.Server.Api.Adherence;

/// <summary>How an agent stands.</summary>
/// <param name="TeamName">Null: of no team.</param>
/// <param name="Scheduled">What is scheduled; null: nothing.</param>
/// <param name="Actual">What the agent does, as far as known.</param>
/// <param name="Reason">The rule that made the verdict, in a sentence.</param>
/// <param name="Since">When this verdict with this impact began; at the earliest yesterday.</param>
/// <param name="InAlarmSince">When the agent was last not out and not unscheduled; null: is neither now.</param>
/// <param name="Next">What is scheduled next, and when; null: nothing else as far as schedules are looked at.</param>
public sealed record WallAgentView(
    Guid Id, string Name, Guid? TeamId, string? TeamName, WallActivityView? Scheduled, WallStateView Actual,
    Verdict Verdict, Impact Impact, VerdictRule Rule, string Reason, DateTimeOffset Since,
    DateTimeOffset? InAlarmSince, WallNextView? Next);
