namespace Muster.Domain.Sources;

/// <summary>What an object of a source refers to.</summary>
public static class SourceReferences
{
    /// <summary>The external id of the tenant whose it is; null for a tenant, which is nobody's.</summary>
    public static string? TenantOf(SourceContent content) => content switch
    {
        SourceTenant => null,
        SourceTimeZone zone => zone.Tenant,
        SourceSwitch ofTenant => ofTenant.Tenant,
        SourceSkill skill => skill.Tenant,
        SourceSite site => site.Tenant,
        SourcePerson person => person.Tenant,
        _ => throw new NotSupportedException($"No tenant of {content.GetType().Name}."),
    };

    /// <summary>Every reference beside the tenant, with the field that holds it.</summary>
    public static IEnumerable<(string Field, ObjectKind Kind, string ExternalId)> Of(SourceContent content) =>
        content switch
        {
            SourceSite site => Given(
                ("time_zone", ObjectKind.TimeZone, site.TimeZone), ("parent", ObjectKind.Site, site.Parent)),
            SourcePerson person =>
            [
                .. Given(
                    ("site", ObjectKind.Site, person.Site), ("time_zone", ObjectKind.TimeZone, person.TimeZone)),
                .. person.Skills.Select((held, at) => ($"skills[{at}].skill", ObjectKind.Skill, held.Skill)),
                .. person.Logins.Select((login, at) => ($"logins[{at}].switch", ObjectKind.Switch, login.Switch)),
            ],
            _ => [],
        };

    private static IEnumerable<(string Field, ObjectKind Kind, string ExternalId)> Given(
        params IEnumerable<(string Field, ObjectKind Kind, string? ExternalId)> references) =>
        references.Where(one => one.ExternalId is not null).Select(one => (one.Field, one.Kind, one.ExternalId!));
}
