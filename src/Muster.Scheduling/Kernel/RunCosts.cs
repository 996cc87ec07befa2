namespace Muster.Scheduling.Kernel;

/// <summary>
/// What runs of days cost by their length, scaled: reaching a length that is too long, ending at one that is too short.
/// Lengths saturate at <see cref="Cap"/>.
/// </summary>
internal sealed class RunCosts
{
    private RunCosts(int cap) => (Cap, Reach, End) = (cap, new int[cap + 2], new int[cap + 2]);

    public int Cap { get; }

    /// <summary>Of the day that makes the run so long; the day after the cap costs as <c>Cap + 1</c>.</summary>
    public int[] Reach { get; }

    /// <summary>Of ending with this length.</summary>
    public int[] End { get; }

    /// <summary>Whether lengths up to a finite one cost nothing and no run may be longer.</summary>
    public int? HardMost { get; private init; }

    public static RunCosts Of(IReadOnlyList<(int Weight, int Least, int Most)> limits)
    {
        // A run beyond a soft maximum needs one more length: all longer ones cost the same per day.
        var cap = limits.Select(limit => Math.Max(limit.Least, limit.Most == int.MaxValue ? 1
            : limit.Weight >= Weights.Never ? limit.Most : limit.Most + 1)).DefaultIfEmpty(1).Max();
        var hard = limits.Where(limit => limit.Weight >= Weights.Never).Select(limit => limit.Most)
            .DefaultIfEmpty(int.MaxValue).Min();
        cap = Math.Max(1, cap);
        var costs = new RunCosts(cap) { HardMost = hard == int.MaxValue ? null : hard };
        for (var length = 1; length <= cap + 1; length++)
        {
            foreach (var (weight, least, most) in limits)
            {
                costs.Reach[length] = Sum(costs.Reach[length], length > most ? 1 : 0, weight);
                costs.End[length] = Sum(costs.End[length], Math.Max(0, least - length), weight);
            }
        }

        return costs;
    }

    private static int Sum(int cost, int amount, int weight) =>
        (int)Math.Min(Weights.Never, cost + ((long)amount * weight));
}
