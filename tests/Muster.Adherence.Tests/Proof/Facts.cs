using Muster.Adherence.Events;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Adherence.Tests.Proof;

/// <summary>Everything that was said of one agent, as it was said last.</summary>
internal sealed class Facts
{
    public required AgentPlace Place { get; init; }

    public required StateTable States { get; init; }

    public required IReadOnlyList<ActivityFacts> Activities { get; init; }

    /// <summary>The first moment of which there are results.</summary>
    public required Instant From { get; set; }

    /// <summary>No second from here on is ever judged; since 1970.</summary>
    public required long Horizon { get; init; }

    /// <summary>What was painted before, by the versions of days: these do not change.</summary>
    public Dictionary<string, Painting> Paintings { get; } = [];

    public RuleVersions Rules { get; set; } = RuleVersions.Empty;

    public List<ScheduleVersion> Versions { get; } = [];

    public List<StateEvent> Events { get; } = [];

    public List<Approval> Approvals { get; set; } = [];

    public List<ClockOffset> Clocks { get; set; } = [];

    public List<(int Source, Instant At)> Heard { get; } = [];

    public List<(int Source, Interval Gap)> Gaps { get; set; } = [];

    public AgentId Agent => Place.Agent;

    public int IndexOf(ActivityCodeId id) => Activities.Index().Single(one => one.Item.Id == id).Index;

    /// <summary>The newest version of each day, in the order of days.</summary>
    public List<ScheduleVersion> Newest() =>
        [.. Versions.GroupBy(one => one.Day).OrderBy(day => day.Key).Select(day => day.MaxBy(one => one.Version)!)];

    public void Say(ScheduleVersion version)
    {
        Versions.RemoveAll(one => one.Day == version.Day && one.Version == version.Version);
        Versions.Add(version);
    }

    /// <summary>The corrected time of a moment by a source's clock, in milliseconds since 1970.</summary>
    public long Corrected(int source, long milliseconds) => milliseconds + (Clocks
        .Where(one => one.Source == States.SourceName(source) && one.From.ToUnixTimeMilliseconds() <= milliseconds)
        .OrderBy(one => one.From).LastOrDefault()?.Milliseconds ?? 0);
}
