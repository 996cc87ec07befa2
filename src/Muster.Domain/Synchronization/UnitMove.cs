using Muster.Domain.Organization;
using Muster.Domain.People;

namespace Muster.Domain.Synchronization;

/// <summary>
/// Takes an agent from one management unit to another. The team stays behind; the work plan goes along where the other
/// unit knows it, that is within the business unit. Nothing ends in silence: somebody is asked to look.
/// </summary>
internal static class UnitMove
{
    public static Agent Carry(
        PersonSituation situation, Agent before, Agent after, Site? to, List<IssueDraft> issues)
    {
        var hadTeam = before.Teams.At(situation.Today) is not null;
        var hadPlan = before.WorkPlans.At(situation.Today) is not null;
        var staysInBusiness = situation.References.BusinessUnitOf(before.ManagementUnit) is { } business
            && situation.References.BusinessUnitOf(after.ManagementUnit) == business;
        if (hadTeam || hadPlan)
        {
            issues.Add(new IssueDraft(IssueKind.Review, "site", string.Join(' ',
                $"{before.FullName} moved to {to?.Name ?? "no site"}.",
                hadTeam ? "The team has ended." : "",
                !hadPlan ? "" : staysInBusiness ? "The work plan goes on." : "The work plan has ended.").TrimEnd()
                + "\nMaybe choose team, work plan and rotation for the new place."));
        }

        return after with
        {
            Teams = hadTeam ? before.Teams.Set(situation.Today, null) : before.Teams,
            WorkPlans = hadPlan && !staysInBusiness ? before.WorkPlans.Set(situation.Today, null) : before.WorkPlans,
        };
    }
}
