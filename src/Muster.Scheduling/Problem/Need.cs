namespace Muster.Scheduling.Problem;

/// <summary>
/// One row of demand: what fewer or more than needed cost. Less than <see cref="Least"/> costs <see cref="Under"/> a
/// unit and <see cref="UnderSquare"/> times the square; more than <see cref="Most"/> likewise. Convex; units are
/// persons.
/// </summary>
public readonly record struct Need(int Least, int Most, int Under, int Over)
{
    public int UnderSquare { get; init; }

    public int OverSquare { get; init; }

    /// <summary>True: a unit that is missing breaks a hard rule, whatever it costs besides.</summary>
    public bool HardLeast { get; init; }

    /// <summary>The cost of so many, without what is hard.</summary>
    public long CostOf(int have)
    {
        long few = Math.Max(0, Least - have);
        long many = Math.Max(0, have - Most);
        return (few * Under) + (few * few * UnderSquare) + (many * Over) + (many * many * OverSquare);
    }

    /// <summary>How many are missing of what must be there.</summary>
    public int ShortOf(int have) => HardLeast ? Math.Max(0, Least - have) : 0;
}
