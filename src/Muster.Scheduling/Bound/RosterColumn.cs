namespace Muster.Scheduling.Bound;

/// <summary>A roster that people of one contract could work: the intervals in which it is at work.</summary>
/// <param name="shifts">The option and its content, in order of days.</param>
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
    public double Cost { get; set; }

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

    /// <summary>-1: off.</summary>
    public int OptionOn(int day)
    {
        foreach (var shift in Shifts)
        {
            if (shift.Day >= day)
            {
                return shift.Day == day ? shift.Option : -1;
            }
        }

        return -1;
    }

    public bool IsLike(RosterColumn other) => Stretches.AsSpan().SequenceEqual(other.Stretches);
}
