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
        var unknown = new HashSet<Interval>();
        foreach (var agent in agents)
        {
            if (!IsThere(agent))
            {
                continue;
            }

            var engine = TenantOf(_people[agent].Tenant).Engine;
            var spans = engine.Spans(agent, range);
            asOf = Instant.Max(asOf, engine.Now);
            if (spans.Any(span => span.Actual != Actual.Unknown))
            {
                found[agent] = Times(spans.Where(span => span.Actual == Actual.OnQueue));

                // Before an agent is first heard of, nobody is missed.
                unknown.UnionWith(Times(spans.Where(span => span.Rule == VerdictRule.SourceSilent)));
            }
        }

        return new Presence(asOf, found, Together(unknown));
    }

    private static List<Interval> Together(IEnumerable<Interval> times)
    {
        var all = new List<Interval>();
        foreach (var time in times.OrderBy(time => time.Start))
        {
            if (all.Count > 0 && time.Start <= all[^1].End)
            {
                all[^1] = new Interval(all[^1].Start, Instant.Max(all[^1].End, time.End));
            }
            else
            {
                all.Add(time);
            }
        }

        return all;
    }

    private static List<Interval> Times(IEnumerable<JudgedSpan> spans) =>
        [.. spans.Select(span => new Interval(span.Start, span.End))];
}
