using Muster.Adherence.Events;
using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Adherence.Results;

/// <summary>Says why in one sentence, as people read it beside an exception or an agent's status.</summary>
/// <param name="activityName">The name of an activity code.</param>
/// <param name="clock">A moment as the reader's clock shows it.</param>
public sealed class ReasonText(
    StateTable states, Func<ActivityCodeId, string> activityName, Func<Instant, string> clock)
{
    public string Of(AdherenceException one) => one.Rule == VerdictRule.ToldTooLate
        ? Late(one)
        : Of(one.Rule, one.Scheduled, one.State);

    public string Of(AgentStatus status) => Of(status.Rule, status.Scheduled, status.State);

    public string Of(JudgedSpan span) => Of(span.Rule, span.Scheduled, span.State);

    private string Of(VerdictRule rule, ActivityCodeId? scheduled, int? state)
    {
        var (planned, did) = (scheduled is { } id ? activityName(id) : "nothing", StateName(state));
        return rule switch
        {
            VerdictRule.NeverHeard => "Nothing was heard of the agent.",
            VerdictRule.SourceSilent => $"Nothing is heard from {SourceName(state)}.",
            VerdictRule.StateNotMapped => $"State {did} of {SourceName(state)} is not mapped.",
            VerdictRule.StateIgnored => $"State {did} is left out of adherence.",
            VerdictRule.ActivityIgnored => $"{planned} is left out of adherence.",
            VerdictRule.Accepted => $"{did} goes with {planned}.",
            VerdictRule.Approved => $"Approved: {did} where {planned} is scheduled.",
            VerdictRule.ToldTooLate => $"{did} where {planned} is scheduled; the change came too late.",
            VerdictRule.WorkingUnscheduled => $"At work ({did}) where {planned} is scheduled.",
            VerdictRule.PresentUnscheduled => $"Logged in ({did}) where {planned} is scheduled.",
            VerdictRule.NotOnQueue => $"{did} instead of {planned}, which is on queue.",
            VerdictRule.OnQueueInstead => $"On queue ({did}) instead of {planned}.",
            _ => $"{did} instead of {planned}.",
        };
    }

    private string Late(AdherenceException one)
    {
        var planned = one.Scheduled is { } id ? activityName(id) : "nothing";
        var told = one.ToldAt is { } at ? $"reached the agent at {clock(at)}" : "has not reached the agent yet";
        return $"{StateName(one.State)} where version {one.ScheduleVersion} has {planned}; that version {told}.";
    }

    private string SourceName(int? state) => state is { } known ? states.StateOf(known).Source : "any source";

    private string StateName(int? state) => state is not { } known ? "Nothing"
        : states.StateOf(known) is { Reason: { } reason } with ? $"{with.State} ({reason})"
        : states.StateOf(known).State;
}
