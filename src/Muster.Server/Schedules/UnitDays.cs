using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>
/// Some agents' days around those that are changed: as a draft has them or, without one, as they are published.
/// </summary>
public sealed class UnitDays
{
    // A run of days and a week reach that far beyond a changed day.
    public const int Around = 14;

    private readonly ScheduleUnit _unit;
    private readonly Dictionary<AgentId, Agent> _agents;
    private readonly Dictionary<(AgentId, LocalDate), AgentDay> _published;
    private readonly Dictionary<(AgentId, LocalDate), DraftDay> _changed;

    internal UnitDays(
        ScheduleUnit unit, IEnumerable<Agent> agents, IEnumerable<AgentDay> published, IEnumerable<DraftDay> changed)
    {
        _unit = unit;
        _agents = agents.ToDictionary(agent => agent.Id);
        _published = published.ToDictionary(day => (day.Agent, day.Day));
        _changed = changed.ToDictionary(day => (day.Agent, day.Day));
    }

    public IReadOnlyDictionary<AgentId, Agent> Agents => _agents;

    public DayContent this[AgentId agent, LocalDate day] =>
        _changed.GetValueOrDefault((agent, day))?.Content ?? _published.GetValueOrDefault((agent, day))?.Content
        ?? DayContent.Free;

    /// <summary>
    /// The version of the published day that a change of the day is made from: of the very row whose content was read,
    /// or else what was published in between would be lost.
    /// </summary>
    public long BaseOf(AgentId agent, LocalDate day) =>
        _changed.GetValueOrDefault((agent, day))?.BaseVersion ?? _published.GetValueOrDefault((agent, day))?.Version
        ?? 0;

    /// <summary>The rules of work plans that would be broken with some days changed, and are not so without.</summary>
    public IReadOnlyList<AgentBreach> NewBreaches(
        IReadOnlyDictionary<(AgentId Agent, LocalDate Day), DayContent> changed)
    {
        var before = Breaches(changed, isChanged: false).ToHashSet();
        return [.. Breaches(changed, isChanged: true).Where(breach => !before.Contains(breach))];
    }

    /// <summary>The rules that are broken around some days.</summary>
    /// <param name="isChanged">With the days changed; else as they are.</param>
    public IEnumerable<AgentBreach> Breaches(
        IReadOnlyDictionary<(AgentId Agent, LocalDate Day), DayContent> changed, bool isChanged)
    {
        foreach (var ofAgent in changed.GroupBy(day => day.Key.Agent))
        {
            var (first, last) = (ofAgent.Min(day => day.Key.Day), ofAgent.Max(day => day.Key.Day));
            if (!_agents.TryGetValue(ofAgent.Key, out var agent)
                || agent.WorkPlans.At(first) is not { } planId
                || _unit.Organization.WorkPlans.Find(planId) is not { } plan)
            {
                continue;
            }

            var window = Window(ofAgent.Key, first, last, isChanged ? changed : null);
            foreach (var breach in _unit.RulesOf(plan).Breaches(window))
            {
                yield return new AgentBreach(agent, breach);
            }
        }
    }

    /// <summary>
    /// The rules of work plans that the days of the unit's agents break, from the first to the last.
    /// </summary>
    public IReadOnlyList<AgentBreach> Breaches(LocalDate first, LocalDate last) =>
    [
        .. from agent in _agents.Values
        where agent.ManagementUnit == _unit.Unit.Id && agent.WorkPlans.At(first) is not null
        let plan = _unit.Organization.WorkPlans.Find(agent.WorkPlans.At(first)!.Value)
        where plan is not null
        from breach in _unit.RulesOf(plan).Breaches(Window(agent.Id, first, last, null))
        where breach.Day >= first && breach.Day <= last
        select new AgentBreach(agent, breach),
    ];

    private List<(LocalDate, DayContent)> Window(
        AgentId agent, LocalDate first, LocalDate last,
        IReadOnlyDictionary<(AgentId Agent, LocalDate Day), DayContent>? changed)
    {
        var days = new List<(LocalDate, DayContent)>();
        for (var day = first.PlusDays(-Around); day < last.PlusDays(Around); day = day.PlusDays(1))
        {
            days.Add((day, changed is not null && changed.TryGetValue((agent, day), out var other)
                ? other
                : this[agent, day]));
        }

        return days;
    }
}
