namespace Muster.Server.Scheduling;

/// <summary>
/// Which part of a planning group's requirement is a unit's, among units that are built together: by what their people
/// can give. The parts of all units add up to the whole, in every interval.
/// </summary>
/// <param name="Before">The share of the units before it.</param>
/// <param name="Own">The unit's own.</param>
internal readonly record struct UnitShare(double Before, double Own)
{
    /// <param name="capacities">Of every unit, in their order.</param>
    public static UnitShare Of(IReadOnlyList<double> capacities, int unit)
    {
        var all = capacities.Sum();
        return all == 0
            ? new UnitShare(unit == 0 ? 0 : 1, unit == 0 ? 1 : 0)
            : new UnitShare(capacities.Take(unit).Sum() / all, capacities[unit] / all);
    }

    /// <summary>Whole people of so many.</summary>
    public int Of(double need)
    {
        var whole = Math.Round(need, MidpointRounding.AwayFromZero);
        return (int)(Math.Round(whole * (Before + Own)) - Math.Round(whole * Before));
    }
}
