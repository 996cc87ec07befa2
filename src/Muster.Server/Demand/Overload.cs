using Muster.Domain.Outcomes;
using Muster.Forecasting.Staffing;

namespace Muster.Server.Demand;

/// <summary>
/// A plan with no more than so many agents at once: contacts that are not served wait for the next interval, until the
/// queue closes.
/// </summary>
internal static class Overload
{
    /// <param name="intervals">In order; each that does not follow the one before begins anew.</param>
    /// <param name="demand">Of these.</param>
    public static Outcome<IReadOnlyList<PlanInterval>> Of(
        IReadOnlyList<PlanInterval> intervals, IReadOnlyList<IntervalDemand> demand, int most)
    {
        var overloaded = new List<PlanInterval>(intervals.Count);
        for (var first = 0; first < intervals.Count;)
        {
            var end = first + 1;
            while (end < intervals.Count && Follows(intervals[end - 1], intervals[end], demand[first]))
            {
                end++;
            }

            var staffed = Enumerable.Range(first, end - first)
                .Select(at => new StaffedInterval(demand[at].Work, Math.Min(most, intervals[at].Required ?? 0)))
                .ToArray();
            var rows = CarryOver.Of(staffed, demand[first].Goals.ThresholdSeconds ?? 0);
            if (rows.Refused is { } refused)
            {
                return refused;
            }

            overloaded.AddRange(rows.Value.Select((row, index) => intervals[first + index] with
            {
                Overloaded = new OverloadedInterval(staffed[index].Agents, row),
            }));
            first = end;
        }

        return overloaded;
    }

    private static bool Follows(PlanInterval before, PlanInterval next, IntervalDemand demand) =>
        (next.Start - before.Start).TotalSeconds <= demand.Work.IntervalSeconds;
}
