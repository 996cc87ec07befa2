using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Search;

/// <summary>
/// Who covers what, kept up to date shift by shift, and what one more shift would be worth. Costs are scaled.
/// </summary>
internal abstract class Coverage
{
    /// <summary>Of all needs, hard minimum included at its weight.</summary>
    public long Cost { get; protected set; }

    public abstract void Add(ShiftCell cell);

    public abstract void Remove(ShiftCell cell);

    /// <summary>
    /// Adds to the cost of each local option what the coverage would cost more with it on this day, the best content
    /// assumed.
    /// </summary>
    public abstract void AddMarginal(AgentShape shape, ShiftCell cell, Span<int> costs);

    /// <summary>A day on which fewer are there than are needed; null: none was found at once.</summary>
    public virtual Hole? FindHole(RandomSource chance) => null;

    public virtual bool CanFill(AgentShape shape, int employee, Hole hole) => true;

    /// <summary>What one more on a row of the demand costs, scaled.</summary>
    public abstract int NextOn(int row);

    /// <summary>
    /// From now on each row of the demand has a price, scaled, instead of what one more is worth there.
    /// </summary>
    public abstract void Price(ReadOnlySpan<int> prices);

    /// <summary>
    /// Counts the rows that the best content of a cell's option works at these prices, so many people at once.
    /// </summary>
    public abstract void Count(ShiftCell cell, int[] worked, int people);

    /// <summary>The best content of the cell's option as coverage stands; empty where an option has none.</summary>
    public virtual ReadOnlySpan<short> ContentOf(ShiftCell cell) => default;

    public static Coverage Of(SchedulingProblem problem) => problem.Demand switch
    {
        IntervalDemand { StretchMinutes: > 0 } demand => new StretchCoverage(problem, demand),
        IntervalDemand demand => new PooledCoverage(problem, demand),
        _ => new ShiftCoverage(problem),
    };
}
