using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;

namespace Muster.Adherence.Engine;

/// <summary>All that the engine has of one agent.</summary>
internal sealed class WatchedAgent(AgentPlace place, UnitRules rules, Timeline timeline)
{
    /// <summary>Its events; a field, because it is a struct that changes.</summary>
    public EventList Events;

    /// <summary>Where it stands now; a field, because it is a struct that changes.</summary>
    public AgentFold Fold;

    public AgentPlace Place { get; set; } = place;

    /// <summary>It has no results from here on.</summary>
    public uint EndsAt => Place.Until is { } until ? UnixSeconds.Floor(until) : UnixSeconds.Never;

    public UnitRules Rules { get; set; } = rules;

    public Timeline Timeline { get; set; } = timeline;

    /// <summary>In the order of days and versions.</summary>
    public ScheduleVersion[] Versions { get; set; } = [];

    /// <summary>In the order of starts and ids.</summary>
    public Approval[] Approvals { get; set; } = [];

    /// <summary>Results from here on are new, or changed since they were taken.</summary>
    public uint DueFrom { get; set; }

    /// <summary>When it must be looked at again although no event comes.</summary>
    public uint WakeAt { get; set; } = UnixSeconds.Never;

    /// <summary>It is to be judged from the beginning.</summary>
    public bool IsStale { get; set; }

    /// <summary>The stamp of its last change; 0: none.</summary>
    public long Stamp { get; set; }

    /// <summary>What somebody in that state does, by the rules of a piece; -1: never heard of.</summary>
    public Actual ActualOf(int state, in Piece piece) =>
        state < 0 ? Actual.Unknown : Rules[piece.Rules].ActualOf(state);
}
