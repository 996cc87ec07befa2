using Muster.Domain.Organization;
using Muster.Storage.Events;

namespace Muster.Server.Adherence.Today;

internal sealed partial class TodayFold
{
    private readonly Dictionary<int, EventState> _states = [];
    private readonly Dictionary<int, (TenantId Tenant, string Name)> _sources = [];

    /// <summary>Whether these events name states that were not learned.</summary>
    public bool NamesUnknown(IEnumerable<LoggedEvent> events) => events.Any(one => !_states.ContainsKey(one.State));

    /// <summary>What the log's numbers of states mean. Their sources were heard of before.</summary>
    public void Learn(IEnumerable<EventState> states)
    {
        foreach (var state in states)
        {
            if (_sources.ContainsKey(state.Source))
            {
                _states[state.Id] = state;
            }
        }
    }

    /// <summary>When sources were heard last.</summary>
    /// <returns>False where a source is called otherwise now: then all has to be read anew.</returns>
    public bool Hear(FeedLook look)
    {
        NoteHeard(look);
        foreach (var source in look.Sources)
        {
            var (tenant, name) = _sources.GetValueOrDefault(source.Number, (source.Tenant, source.Name));
            if (name != source.Name)
            {
                return false;
            }

            _sources[source.Number] = (tenant, name);
            if (source.HeardAt is { } at)
            {
                TenantOf(tenant).Hear(name, at);
            }
        }

        return true;
    }

    /// <summary>Events, in any order; those of agents who are not watched are left out.</summary>
    public void Apply(IReadOnlyCollection<LoggedEvent> events)
    {
        NoteLate(events);
        var known = events.Where(one => Watches(one.Agent) && _states.ContainsKey(one.State)).ToList();
        foreach (var state in known.Select(one => one.State).Distinct())
        {
            var (tenant, name) = _sources[_states[state].Source];
            TenantOf(tenant).Learn(_states[state], name);
        }

        foreach (var ofTenant in known.GroupBy(one => _people[one.Agent].Tenant))
        {
            TenantOf(ofTenant.Key).Apply(ofTenant);
        }
    }
}
