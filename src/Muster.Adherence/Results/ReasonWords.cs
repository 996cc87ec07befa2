namespace Muster.Adherence.Results;

/// <summary>What the sentence is made of that says why somebody is judged so.</summary>
/// <param name="Planned">The name of what is scheduled; "nothing" where nothing is.</param>
/// <param name="Did">The state that the source tells, with its reason; "Nothing" when nothing was ever heard.</param>
/// <param name="Source">Who tells it; "any source" when nothing was ever heard.</param>
public sealed record ReasonWords(VerdictRule Rule, string Planned, string Did, string Source)
{
    /// <param name="source">Null: nothing was ever heard of the agent.</param>
    public static ReasonWords Of(VerdictRule rule, string? planned, string? source, string? state, string? reason) =>
        new(
            rule, planned ?? "nothing", state is null ? "Nothing" : reason is null ? state : $"{state} ({reason})",
            source ?? "any source");

    public string Sentence => Rule switch
    {
        VerdictRule.NeverHeard => "Nothing was heard of the agent.",
        VerdictRule.SourceSilent => $"{Source} has told nothing of that time.",
        VerdictRule.StateNotMapped => $"State {Did} of {Source} is not mapped.",
        VerdictRule.StateIgnored => $"State {Did} is left out of adherence.",
        VerdictRule.ActivityIgnored => $"{Planned} is left out of adherence.",
        VerdictRule.Accepted => $"{Did} goes with {Planned}.",
        VerdictRule.Approved => $"Approved: {Did} where {Planned} is scheduled.",
        VerdictRule.ToldTooLate => $"{Did} where {Planned} is scheduled; the change came too late.",
        VerdictRule.WorkingUnscheduled => $"At work ({Did}) where {Planned} is scheduled.",
        VerdictRule.PresentUnscheduled => $"Logged in ({Did}) where {Planned} is scheduled.",
        VerdictRule.NotOnQueue => $"{Did} instead of {Planned}, which is on queue.",
        VerdictRule.OnQueueInstead => $"On queue ({Did}) instead of {Planned}.",
        _ => $"{Did} instead of {Planned}.",
    };

    /// <summary>The same of an exception, for which it is known when a change reached the agent.</summary>
    /// <param name="version">By which the day was judged.</param>
    /// <param name="told">When that version reached the agent, by the reader's clock; null: it has not yet.</param>
    public string SentenceOf(long version, string? told) => Rule == VerdictRule.ToldTooLate
        ? $"{Did} where version {version} has {Planned}; that version "
            + (told is null ? "has not reached the agent yet." : $"reached the agent at {told}.")
        : Sentence;
}
