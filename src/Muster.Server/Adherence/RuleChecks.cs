using Muster.Adherence.Rules;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;

namespace Muster.Server.Adherence;

/// <summary>What rules must not say, by what the organization has.</summary>
public static class RuleChecks
{
    private const int MostTold = 20;

    /// <summary>
    /// Activity codes are those of the unit. Removed ones may stay: schedules of earlier days go on naming them.
    /// </summary>
    public static Refusal? Activities(AdherenceRules rules, OrganizationSnapshot known, BusinessUnit unit)
    {
        var checks = new FieldChecks();
        var wrong = rules.Activities.Index().Where(one => Find(known, unit, one.Item.ActivityCodeId) is null);
        foreach (var (i, rule) in wrong.Take(MostTold))
        {
            checks.That(false, $"activities[{i}].activity_code_id", WhyNot(rule.ActivityCodeId, unit));
        }

        return checks.Refusal;
    }

    /// <returns>Null where the unit has no such activity code.</returns>
    public static ActivityCode? Find(OrganizationSnapshot known, BusinessUnit unit, ActivityCodeId id) =>
        known.ActivityCodes.Find(id) is { } code && code.BusinessUnitId == unit.Id ? code : null;

    public static string WhyNot(ActivityCodeId id, BusinessUnit unit) =>
        $"is no activity code of {unit.Name}: {id}.\nMaybe it is one of another business unit.";
}
