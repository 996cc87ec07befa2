using Muster.Domain.Outcomes;

namespace Muster.Adherence.Rules;

/// <summary>How strictly a scheduled activity is judged. Whatever is null is as usual.</summary>
public sealed record AdherenceTerms
{
    internal const int LongestSeconds = 4 * 60 * 60;

    /// <summary>What the agent may be doing meanwhile. Null: what the activity's category says.</summary>
    public IReadOnlyList<StateMeaning>? Accepts { get; init; }

    /// <summary>It may begin so many seconds early. Null: 0.</summary>
    public int? StartEarlySeconds { get; init; }

    /// <summary>It may begin so many seconds late. Null: 0.</summary>
    public int? StartLateSeconds { get; init; }

    /// <summary>It may end so many seconds early. Null: 0.</summary>
    public int? EndEarlySeconds { get; init; }

    /// <summary>It may end so many seconds late. Null: 0.</summary>
    public int? EndLateSeconds { get; init; }

    /// <summary>Adherence does not look at it at all. Null: it does.</summary>
    public bool? Ignored { get; init; }

    /// <summary>These, and where they say nothing, the others.</summary>
    public AdherenceTerms Over(AdherenceTerms others) => new()
    {
        Accepts = Accepts ?? others.Accepts,
        StartEarlySeconds = StartEarlySeconds ?? others.StartEarlySeconds,
        StartLateSeconds = StartLateSeconds ?? others.StartLateSeconds,
        EndEarlySeconds = EndEarlySeconds ?? others.EndEarlySeconds,
        EndLateSeconds = EndLateSeconds ?? others.EndLateSeconds,
        Ignored = Ignored ?? others.Ignored,
    };

    /// <param name="field">How the caller calls these terms.</param>
    internal void Check(string field, FieldChecks checks) => checks
        .Range($"{field}.start_early_seconds", StartEarlySeconds, 0, LongestSeconds)
        .Range($"{field}.start_late_seconds", StartLateSeconds, 0, LongestSeconds)
        .Range($"{field}.end_early_seconds", EndEarlySeconds, 0, LongestSeconds)
        .Range($"{field}.end_late_seconds", EndLateSeconds, 0, LongestSeconds)
        .That(Accepts is null || Accepts.All(one => one <= StateMeaning.LoggedOut), $"{field}.accepts",
            "must be categories of activities or logged_out.\nMaybe set ignored to true, where anything will do.")
        .That(Accepts is null || Accepts.Distinct().Count() == Accepts.Count, $"{field}.accepts",
            "names something twice.");
}
