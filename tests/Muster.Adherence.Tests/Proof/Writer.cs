using Muster.Adherence.Engine;
using Muster.Adherence.Results;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Adherence.Tests.Proof;

/// <summary>Keeps an agent's results as a database does: it writes again only what the engine says is due.</summary>
internal sealed class Writer(AgentId agent)
{
    private readonly SortedDictionary<Instant, AdherenceTotals> _totals = [];
    private readonly List<AdherenceException> _exceptions = [];

    public List<IntervalTotals> Totals => [.. _totals.Select(one => new IntervalTotals(one.Key, one.Value))];

    public List<AdherenceException> Exceptions => [.. _exceptions.OrderBy(one => one.Start)];

    public void Write(AdherenceEngine engine)
    {
        var due = new List<DueRange>();
        engine.TakeDue(engine.Now, due);
        foreach (var range in due.Where(one => one.Agent == agent))
        {
            var totals = new List<IntervalTotals>();
            var interval = new Interval(range.Start, range.End);
            engine.Totals(agent, interval, totals);
            totals.ForEach(one => _totals[one.Start] = one.Totals);
            _exceptions.RemoveAll(one => one.End >= range.Start);
            _exceptions.AddRange(engine.Exceptions(agent, interval));
        }
    }
}
