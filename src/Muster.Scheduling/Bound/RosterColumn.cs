namespace Muster.Scheduling.Bound;

/// <summary>A roster that people of one contract could work: the intervals in which it is at work.</summary>
/// <param name="shifts">The option and its content by day.</param>
/// <param name="stretches">Half-open and in order.</param>
/// <param name="own">What it costs whoever is needed.</param>
internal sealed class RosterColumn(
    (int Day, int Option, short[] Content)[] shifts, (int From, int To)[] stretches, double own)
{
    public (int Day, int Option, short[] Content)[] Shifts { get; } = shifts;

    public (int From, int To)[] Stretches { get; } = stretches;

    public double Own { get; } = own;

    /// <summary>How many people work it, also in parts.</summary>
    public double People { get; set; }

    /// <summary>At the last prices that were asked for.</summary>
    public double Cost { get; private set; }

    /// <param name="sums">Of the prices of all intervals before each.</param>
    public void Weigh(double[] sums)
    {
        var cost = Own;
        foreach (var (from, to) in Stretches)
        {
            cost += sums[to] - sums[from];
        }

        Cost = cost;
    }

    public bool IsLike(RosterColumn other) => Stretches.AsSpan().SequenceEqual(other.Stretches);
}
