using Muster.Adherence.Results;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Adherence.Today;

internal sealed partial class TodayFold
{
    /// <summary>When these agents were on queue.</summary>
    /// <returns>Null when a part of the range is not folded.</returns>
    public Presence? Presence(IEnumerable<AgentId> agents, Interval range)
    {
        if (range.Start < From)
        {
            return null;
        }

        var (found, asOf) = (new Dictionary<AgentId, IReadOnlyList<Interval>>(), From);
        foreach (var agent in agents)
        {
            if (!_people.TryGetValue(agent, out var person))
            {
                continue;
            }

            var engine = TenantOf(person.Tenant).Engine;
            var spans = engine.Spans(agent, range);
            asOf = Instant.Max(asOf, engine.Now);
            if (spans.Any(span => span.Actual != Actual.Unknown))
            {
                found[agent] =
                [
                    .. spans.Where(span => span.Actual == Actual.OnQueue)
                        .Select(span => new Interval(span.Start, span.End)),
                ];
            }
        }

        return new Presence(asOf, found);
    }
}
