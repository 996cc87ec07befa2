namespace Muster.Domain.Sources;

/// <summary>What a directory holds, in an order in which nothing refers to what comes after it.</summary>
public enum ObjectKind
{
    Tenant,
    TimeZone,
    Switch,
    Skill,
    Site,
    Person,
}
