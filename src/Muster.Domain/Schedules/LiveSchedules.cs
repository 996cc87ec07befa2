using System.Collections.Immutable;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>
/// The published days around now, <c>[from, to)</c>, of all agents, as of one version. Immutable; every node keeps the
/// newest.
/// </summary>
public sealed class LiveSchedules
{
    private readonly ImmutableDictionary<AgentId, ImmutableArray<AgentDay>> _days;
    private readonly ImmutableDictionary<AgentId, long> _told;

    private LiveSchedules(
        LocalDate from, LocalDate to, ImmutableDictionary<AgentId, ImmutableArray<AgentDay>> days,
        ImmutableDictionary<AgentId, long> told) =>
        (From, To, _days, _told) = (from, to, days, told);

    public LocalDate From { get; }

    public LocalDate To { get; }

    public IEnumerable<AgentId> Agents => _days.Keys;

    public static LiveSchedules Of(LocalDate from, LocalDate to, IEnumerable<AgentDay> days) =>
        new LiveSchedules(
            from, to, ImmutableDictionary<AgentId, ImmutableArray<AgentDay>>.Empty,
            ImmutableDictionary<AgentId, long>.Empty).WithNewer(days);

    /// <summary>Whether all of these days, <c>[from, to)</c>, are here.</summary>
    public bool Holds(LocalDate from, LocalDate to) => from >= From && to <= To;

    /// <summary>An agent's days, in order; a day never published is not there.</summary>
    public ImmutableArray<AgentDay> Of(AgentId agent) => _days.GetValueOrDefault(agent, []);

    /// <summary>With those of the days that are newer than what is here.</summary>
    public LiveSchedules WithNewer(IEnumerable<AgentDay> days)
    {
        var next = _days.ToBuilder();
        foreach (var ofAgent in days.Where(day => day.Day >= From && day.Day < To).GroupBy(day => day.Agent))
        {
            var known = next.GetValueOrDefault(ofAgent.Key, []);
            var newer = ofAgent.Where(day => known.All(old => old.Day != day.Day || old.Version < day.Version))
                .GroupBy(day => day.Day).ToDictionary(day => day.Key, day => day.MaxBy(one => one.Version)!);
            if (newer.Count > 0)
            {
                next[ofAgent.Key] = [.. known.Where(old => !newer.ContainsKey(old.Day)).Concat(newer.Values)
                    .OrderBy(day => day.Day)];
            }
        }

        return new LiveSchedules(From, To, next.ToImmutable(), _told);
    }

    /// <summary>
    /// The last revision of which the agent was told, whatever days it changed; 0: of none since all of this was read.
    /// </summary>
    public long ToldOf(AgentId agent) => _told.GetValueOrDefault(agent);

    /// <summary>With revisions of which agents were told.</summary>
    public LiveSchedules WithTold(IEnumerable<(AgentId Agent, long Revision)> made) => new(
        From, To, _days, _told.SetItems(made.Select(one => KeyValuePair.Create(one.Agent, one.Revision))));
}
