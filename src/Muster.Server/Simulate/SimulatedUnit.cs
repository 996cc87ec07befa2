using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>A business unit, or one of its management units.</summary>
/// <param name="Units">All management units of the business unit.</param>
/// <param name="Only">The one that is simulated; null: all of them.</param>
internal sealed record SimulatedUnit(BusinessUnit Business, IReadOnlyList<ManagementUnit> Units, ManagementUnit? Only)
{
    public string Name => Only?.Name ?? Business.Name;

    public DateTimeZone Zone => Only?.Zone ?? Business.Zone;

    /// <exception cref="StartRefusedException">There is none of that name, or there are several.</exception>
    public static SimulatedUnit Find(
        string? written, IReadOnlyList<BusinessUnit> businesses, IReadOnlyList<ManagementUnit> units)
    {
        SimulatedUnit[] all =
        [
            .. businesses.Select(business => new SimulatedUnit(business, UnitsOf(business), null)),
            .. businesses.SelectMany(business =>
                UnitsOf(business).Select(unit => new SimulatedUnit(business, UnitsOf(business), unit))),
        ];
        var named = all.Where(one => written is null ? one.Only is null : one.IsCalled(written)).ToList();
        return named.Count == 1 ? named[0] : throw Refused(written, named, all);

        List<ManagementUnit> UnitsOf(BusinessUnit business) =>
            [.. units.Where(unit => unit.BusinessUnitId == business.Id)];
    }

    public Guid Id => Only?.Id.Value ?? Business.Id.Value;

    private bool IsCalled(string written) =>
        Name.Equals(written, StringComparison.OrdinalIgnoreCase) || $"{Id}" == written;

    private static StartRefusedException Refused(
        string? written, List<SimulatedUnit> named, SimulatedUnit[] all)
    {
        if (all.Length == 0)
        {
            return new StartRefusedException(
                "This client sees no business unit.", "Maybe make one, or grant the client a role that sees it.");
        }

        if (written is null || named.Count > 1)
        {
            return new StartRefusedException(
                written is null
                    ? $"There are {named.Count} business units, and none is named."
                    : $"There are {named.Count} units \"{written}\".",
                "Maybe " + string.Join(" or ", named.Select(one => written is null ? one.Name : $"{one.Id}")) + ".");
        }

        return new StartRefusedException(
            $"There is no business unit or management unit \"{written}\".",
            $"Maybe {NearestName.Of(written, all.Select(one => one.Name))} is meant.");
    }
}
