namespace Muster.Server.Scheduling;

/// <summary>
/// Which part of a planning group's requirement is a unit's, among units that are built together: by what their people
/// can give. The parts of all units add up to the whole, in every interval that is in the weeks of all of them.
/// </summary>
/// <param name="Before">The share of the units before it.</param>
/// <param name="UpTo">
/// The same with its own: to the last digit where the next one begins, else heads would be lost.
/// </param>
internal readonly record struct UnitShare(double Before, double UpTo)
{
    /// <param name="capacities">Of every unit, in their order.</param>
    public static UnitShare Of(IReadOnlyList<double> capacities, int unit)
    {
        var all = capacities.Sum();
        return all == 0
            ? new UnitShare(unit == 0 ? 0 : 1, 1)
            : new UnitShare(capacities.Take(unit).Sum() / all, capacities.Take(unit + 1).Sum() / all);
    }

    /// <summary>Whole people of so many.</summary>
    public int Of(double need)
    {
        var whole = Math.Round(need, MidpointRounding.AwayFromZero);
        return (int)(Math.Round(whole * UpTo) - Math.Round(whole * Before));
    }
}
