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
    public string Of(AdherenceException one) => Words(one.Rule, one.Scheduled, one.State)
        .SentenceOf(one.ScheduleVersion, one.ToldAt is { } at ? clock(at) : null);

    public string Of(AgentStatus status) => Words(status.Rule, status.Scheduled, status.State).Sentence;

    public string Of(JudgedSpan span) => Words(span.Rule, span.Scheduled, span.State).Sentence;

    private ReasonWords Words(VerdictRule rule, ActivityCodeId? scheduled, int? state)
    {
        var planned = scheduled is { } id ? activityName(id) : null;
        return state is { } number && states.StateOf(number) is var known
            ? ReasonWords.Of(rule, planned, known.Source, known.State, known.Reason)
            : ReasonWords.Of(rule, planned, null, null, null);
    }
}
