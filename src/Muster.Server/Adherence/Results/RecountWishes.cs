using System.Runtime.InteropServices;
using Muster.Domain.People;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.Results;

/// <summary>Collects which past days of which agents are to be judged anew.</summary>
/// <param name="oldest">Of days before, no events are kept.</param>
internal sealed class RecountWishes(PastSight sight, LocalDate oldest)
{
    private readonly Dictionary<AgentId, (LocalDate First, LocalDate End)> _wishes = [];

    public PastSight Sight => sight;

    /// <summary>All past days of these agents from a moment on.</summary>
    public void AddAll(IEnumerable<AgentId> agents, Instant from)
    {
        foreach (var agent in agents)
        {
            Add(agent, DayOf(agent, from), LocalDate.MaxIsoValue);
        }
    }

    /// <summary>All past days of these agents from a day on.</summary>
    public void AddAllFrom(IEnumerable<AgentId> agents, LocalDate first)
    {
        // The midnight of the unit's zone, which may be another than the agent's.
        foreach (var agent in agents)
        {
            Add(agent, first.PlusDays(-1), LocalDate.MaxIsoValue);
        }
    }

    public void Add(IEnumerable<ToldPast> told)
    {
        foreach (var one in told)
        {
            var end = one.To is { } to
                ? sight.DayOf(one.Agent, Instant.FromDateTimeOffset(to)).PlusDays(1)
                : LocalDate.MaxIsoValue;
            Add(one.Agent, DayOf(one.Agent, Instant.FromDateTimeOffset(one.From)), end);
        }
    }

    public void Add(IEnumerable<ToldPastDays> told)
    {
        foreach (var one in told)
        {
            Add(one.Agent, one.First.PlusDays(-1), one.Last.PlusDays(2));
        }
    }

    public IReadOnlyCollection<Recount> Take() =>
        [.. _wishes.Select(wish => new Recount(wish.Key, wish.Value.First, wish.Value.End, 0))];

    // Of those who have left the zone is not known: a day more does no harm.
    private LocalDate DayOf(AgentId agent, Instant at) =>
        sight.DayOf(agent, at).PlusDays(sight.Zones.ContainsKey(agent) ? 0 : -1);

    private void Add(AgentId agent, LocalDate first, LocalDate end)
    {
        first = LocalDate.Max(first, oldest);
        end = LocalDate.Min(end, sight.FirstLiveDay(agent));
        if (first >= end)
        {
            return;
        }

        ref var wish = ref CollectionsMarshal.GetValueRefOrAddDefault(_wishes, agent, out var isThere);
        wish = isThere ? (LocalDate.Min(wish.First, first), LocalDate.Max(wish.End, end)) : (first, end);
    }
}
