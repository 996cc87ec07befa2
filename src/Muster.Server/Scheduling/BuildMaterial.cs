using Muster.Domain.Organization;
using Muster.Domain.Scheduling;
using Muster.Scheduling.Problem;

namespace Muster.Server.Scheduling;

/// <summary>What the problem of a unit is made of.</summary>
/// <param name="Needs">By planning group, with the part of it that is the unit's.</param>
internal sealed record BuildMaterial(
    ScheduleBuild Build, BusinessUnit Unit, BuildCalendar Calendar, BuildPeople People,
    IReadOnlyList<(GroupNeeds Needs, UnitShare Share)> Needs, OrganizationSnapshot Known)
{
    /// <summary>Of an earlier build: what is kept, and what is worked before the first day.</summary>
    public EarlierWork Earlier { get; init; } = EarlierWork.None;

    /// <summary>
    /// In elapsed intervals from the beginning of the unit's first day on, by what the business unit's clocks show
    /// then.
    /// </summary>
    public IEnumerable<Need> NeedsOn(int grid) =>
        from day in Enumerable.Range(0, Calendar.Days.Count)
        from slot in Enumerable.Range(0, Calendar.MinutesOf(day) / grid)
        let at = Calendar.DemandAt(day, slot * grid)
        from count in Needs.Select(each => each.Share.Of(each.Needs.At(at.Day, at.Minute))).DefaultIfEmpty()
        select BuildCosts.Need(count);
}
