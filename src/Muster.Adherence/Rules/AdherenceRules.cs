using System.Collections.Frozen;
using Muster.Adherence.Events;
using Muster.Domain.Organization;

namespace Muster.Adherence.Rules;

/// <summary>What the states of sources count as, and how strictly scheduled activities are judged. Immutable.</summary>
public sealed partial record AdherenceRules
{
    private static readonly StateMeaning[] Away = [StateMeaning.LoggedOut, StateMeaning.Unavailable];

    /// <summary>Nothing is mapped, no threshold.</summary>
    public static AdherenceRules None { get; } = new();

    public IReadOnlyList<StateMapping> Mappings { get; init; } = [];

    public IReadOnlyList<CategoryRule> Categories { get; init; } = [];

    public IReadOnlyList<ActivityRule> Activities { get; init; } = [];

    /// <summary>
    /// What the agent may be doing where nothing is scheduled. Null: be logged out, unavailable or on time off.
    /// </summary>
    public IReadOnlyList<StateMeaning>? AcceptsUnscheduled { get; init; }

    /// <summary>The mapping by which a state counts as something; null: there is none.</summary>
    public StateMapping? MappingOf(SourceState state)
    {
        var fitting = Mappings.Where(one => one.Source == state.Source && one.State == state.State).ToList();
        return fitting.Find(one => one.Reason is not null && one.Reason == state.Reason)
            ?? fitting.Find(one => one.Reason is null);
    }

    /// <summary>What a state counts as; null: nothing says so.</summary>
    public StateMeaning? MeaningOf(SourceState state) => MappingOf(state)?.CountsAs;

    /// <summary>All meanings at once, for many look-ups.</summary>
    public FrozenDictionary<SourceState, StateMeaning> Meanings() => Mappings
        .DistinctBy(one => (one.Source, one.State, one.Reason))
        .ToFrozenDictionary(one => new SourceState(one.Source, one.State, one.Reason), one => one.CountsAs);

    /// <summary>How an activity is judged, with nothing left open.</summary>
    public AdherenceTerms TermsOf(ActivityCategory category, ActivityCodeId activity)
    {
        var own = Activities.FirstOrDefault(one => one.ActivityCodeId == activity)?.Terms ?? new AdherenceTerms();
        var ofCategory = Categories.FirstOrDefault(one => one.Category == category)?.Terms ?? new AdherenceTerms();
        return own.Over(ofCategory).Over(Usual(category));
    }

    /// <summary>What the agent may be doing where nothing is scheduled.</summary>
    public IReadOnlyList<StateMeaning> Unscheduled() => AcceptsUnscheduled ?? [.. Away, StateMeaning.TimeOff];

    private static AdherenceTerms Usual(ActivityCategory category) => new()
    {
        Accepts = category switch
        {
            ActivityCategory.TimeOff => [StateMeaning.TimeOff, .. Away],
            ActivityCategory.Unavailable => Away,
            _ => [(StateMeaning)category],
        },
        StartEarlySeconds = 0,
        StartLateSeconds = 0,
        EndEarlySeconds = 0,
        EndLateSeconds = 0,
        Ignored = false,
    };
}
