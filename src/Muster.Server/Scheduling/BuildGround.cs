using Muster.Domain.Organization;
using Muster.Domain.Scheduling;

namespace Muster.Server.Scheduling;

/// <summary>Everything that the units of a build are built from, read once for all of them.</summary>
/// <param name="Findings">About the forecast.</param>
/// <param name="People">Of every unit among which the requirement is shared, in their order.</param>
internal sealed record BuildGround(
    ScheduleBuild Build, BusinessUnit Unit, IReadOnlyList<GroupNeeds> Needs, IReadOnlyList<string> Findings,
    IReadOnlyList<BuildPeople> People, OrganizationSnapshot Known)
{
    /// <summary>Null: the unit is gone.</summary>
    public BuildMaterial? Of(ManagementUnitId unit)
    {
        if (Known.ManagementUnits.Find(unit) is not { RemovedAt: null } found)
        {
            return null;
        }

        var place = Build.SharedBy.Index().First(other => other.Item == unit).Index;
        var shares = Needs.Index().Select(group =>
            UnitShare.Of([.. People.Select(each => each.CapacityOf(group.Index))], place));
        var calendar = new BuildCalendar(
            Known.ZoneOf(found), Build.FirstDay, Build.Weeks * ScheduleBuild.DaysOfWeek, Unit.Zone);
        return new BuildMaterial(Build, Unit, calendar, People[place], [.. Needs.Zip(shares)], Known);
    }
}
