namespace Muster.Server.Sources;

/// <summary>The fields of files, as <see cref="Domain.Sources.SourceJson"/> writes them.</summary>
internal static class Field
{
    public const string ExternalId = "external_id";
    public const string Tenant = "tenant";
    public const string Name = "name";
    public const string Zone = "zone";
    public const string Parent = "parent";
    public const string UserName = "user_name";
    public const string EmployeeNumber = "employee_number";
    public const string FirstName = "first_name";
    public const string LastName = "last_name";
    public const string Email = "email";
    public const string IsAgent = "is_agent";
    public const string IsActive = "is_active";
    public const string Site = "site";
    public const string TimeZone = "time_zone";
    public const string HiredOn = "hired_on";
    public const string TerminatedOn = "terminated_on";
    public const string Skills = "skills";
    public const string Logins = "logins";
    public const string Attributes = "attributes";
}
