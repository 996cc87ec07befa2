using Muster.Adherence.Events;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.People;

namespace Muster.Adherence.Engine;

public sealed partial class AdherenceEngine
{
    /// <summary>What schedules name: more activity codes, or new facts of known ones.</summary>
    public void ApplyActivities(IEnumerable<ActivityFacts> activities)
    {
        if (_activities.Apply(activities))
        {
            foreach (var (unit, rules) in _units.ToList())
            {
                _units[unit] = new UnitRules(rules.Source, _context.States, _activities);
            }

            JudgeAll(_agents.Values);
        }
    }

    /// <summary>Agents to watch: new ones, or known ones at another place. Comes before their events.</summary>
    public void ApplyAgents(IEnumerable<AgentPlace> places)
    {
        foreach (var place in places)
        {
            if (Find(place.Agent) is not { } agent)
            {
                var rules = RulesOf(place.Unit);
                agent = new WatchedAgent(place, rules, _compiler.Compile(place.Zone, rules, [], []))
                {
                    DueFrom = _from,
                };
                _agents[place.Agent] = agent;
                Judge(agent);
            }
            else if (agent.Place != place)
            {
                agent.Place = place;
                JudgeAll([agent]);
            }
        }
    }

    /// <summary>Watches these no longer, and forgets what it had of them.</summary>
    public void Drop(IEnumerable<AgentId> agents)
    {
        foreach (var id in agents)
        {
            if (_agents.Remove(id, out var agent))
            {
                Unmark(agent);
                agent.WakeAt = UnixSeconds.Never;
            }
        }
    }

    /// <summary>The rules of a business unit, all of its versions; they replace those before.</summary>
    public void ApplyRules(BusinessUnitId unit, RuleVersions versions)
    {
        _units[unit] = new UnitRules(versions, _context.States, _activities);
        JudgeAll(_agents.Values.Where(agent => agent.Place.Unit == unit));
    }

    /// <summary>How wrong the clocks of sources are; replaces all that was said before.</summary>
    public void ApplyClocks(IEnumerable<ClockOffset> offsets)
    {
        _context.Clocks = new SourceClocks(_context.States, offsets);
        for (var source = 0; source < _context.Feeds.Count; source++)
        {
            _context.Feeds[source].ApplyClocks(source, _context.Clocks);
        }

        foreach (var agent in _agents.Values)
        {
            agent.Events.Sort(_context.Clocks);
            agent.DueFrom = _from;
            Judge(agent);
        }
    }

    /// <summary>
    /// Versions of agent-days, in any order; those of unknown agents are left out. The agents' verdicts are new when it
    /// returns.
    /// </summary>
    /// <exception cref="ArgumentException">One names an activity code of which the engine was not told.</exception>
    public void ApplySchedules(IEnumerable<ScheduleVersion> versions)
    {
        foreach (var ofAgent in versions.GroupBy(version => version.Agent))
        {
            if (Find(ofAgent.Key) is { } agent)
            {
                var given = ofAgent.Select(version => (version.Day, version.Version)).ToHashSet();
                agent.Versions =
                [
                    .. agent.Versions.Where(version => !given.Contains((version.Day, version.Version)))
                        .Concat(ofAgent.Reverse().DistinctBy(version => (version.Day, version.Version)))
                        .OrderBy(version => version.Day).ThenBy(version => version.Version),
                ];
                Recompile(agent);
            }
        }
    }

    /// <summary>What is approved of an agent; replaces all that was said of it before.</summary>
    public void ApplyApprovals(AgentId agent, IEnumerable<Approval> approvals)
    {
        if (Find(agent) is { } watched)
        {
            watched.Approvals =
            [
                .. approvals.Where(one => one.Agent == agent && one.Start < one.End)
                    .OrderBy(one => one.Start).ThenBy(one => one.Id),
            ];
            Recompile(watched);
        }
    }

    private UnitRules RulesOf(BusinessUnitId unit)
    {
        if (!_units.TryGetValue(unit, out var rules))
        {
            rules = _units[unit] = new UnitRules(RuleVersions.Empty, _context.States, _activities);
        }

        return rules;
    }

    private Timeline Compile(WatchedAgent agent) =>
        _compiler.Compile(agent.Place.Zone, agent.Rules, agent.Versions, agent.Approvals);

    // States may count as something else: all of it is new.
    private void JudgeAll(IEnumerable<WatchedAgent> agents)
    {
        foreach (var agent in agents)
        {
            agent.Rules = RulesOf(agent.Place.Unit);
            agent.Timeline = Compile(agent);
            agent.DueFrom = _from;
            Judge(agent);
        }
    }

    // Results stay as they are up to where the new timeline differs from the one before.
    private void Recompile(WatchedAgent agent)
    {
        var before = agent.Timeline;
        agent.Timeline = Compile(agent);
        var different = agent.Timeline.DifferentFrom(before);
        if (different != UnixSeconds.Never)
        {
            agent.DueFrom = Math.Max(_from, Math.Min(agent.DueFrom, different));
            Judge(agent);
        }
    }
}
