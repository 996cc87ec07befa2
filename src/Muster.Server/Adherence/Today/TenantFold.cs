using System.Runtime.InteropServices;
using Muster.Adherence.Engine;
using Muster.Adherence.Events;
using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>
/// The engine of a tenant, and how the log's numbers are called there: two tenants may have sources of one name, which
/// know nothing of each other. Belongs to one strand.
/// </summary>
internal sealed class TenantFold
{
    // The log's number of a state, and the table's.
    private readonly Dictionary<int, int> _states = [];
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private ILookup<string, Interval> _lost = Array.Empty<Interval>().ToLookup(_ => "");

    /// <param name="from">The first moment that it has results of.</param>
    public TenantFold(Instant from) => Engine = new AdherenceEngine(from, States);

    public StateTable States { get; } = new();

    public AdherenceEngine Engine { get; }

    /// <summary>The stamp up to which changes were taken.</summary>
    public long Taken { get; set; }

    /// <param name="source">The name of the state's source.</param>
    public void Learn(EventState state, string source)
    {
        if (!_states.ContainsKey(state.Id))
        {
            Add(source);
            var reason = state.Reason.Length > 0 ? state.Reason : null;
            _states[state.Id] = States.Add(new SourceState(source, state.State, reason));
        }
    }

    /// <summary>Events of states that were learned; others are left out.</summary>
    public void Apply(IEnumerable<LoggedEvent> events)
    {
        var applied = new List<StateEvent>();
        foreach (var one in events)
        {
            if (_states.TryGetValue(one.State, out var state))
            {
                applied.Add(new StateEvent(one.Agent, Instant.FromDateTimeOffset(one.At), state, one.Seq));
            }
        }

        Engine.ApplyEvents(CollectionsMarshal.AsSpan(applied));
    }

    /// <summary>All that the tenant's sources have lost; replaces what was known of it.</summary>
    public void Lose(IEnumerable<EventLoss> losses)
    {
        var before = _lost;
        _lost = losses.ToLookup(loss => loss.Name, loss => new Interval(
            Instant.FromDateTimeOffset(loss.Start), Instant.FromDateTimeOffset(loss.End)), StringComparer.Ordinal);
        foreach (var source in _sources.Where(source => !before[source].SequenceEqual(_lost[source])))
        {
            Engine.ApplyGaps(States.AddSource(source), _lost[source]);
        }
    }

    /// <summary>A source was heard. Of one that has told no state, nobody depends.</summary>
    public void Hear(string source, DateTimeOffset at)
    {
        if (_sources.Contains(source))
        {
            Engine.Heard(States.AddSource(source), Instant.FromDateTimeOffset(at));
        }
    }

    // What it has lost may have been told before.
    private void Add(string source)
    {
        if (_sources.Add(source) && _lost[source].Any())
        {
            Engine.ApplyGaps(States.AddSource(source), _lost[source]);
        }
    }
}
