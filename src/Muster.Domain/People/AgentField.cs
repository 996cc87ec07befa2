namespace Muster.Domain.People;

/// <summary>
/// What a directory can say of an agent. Each field is owned by the directory, or by WFM; what WFM alone knows (team,
/// work plan, management unit of an agent without site) is not in this list.
/// </summary>
public enum AgentField
{
    Name,
    EmployeeNumber,
    UserName,
    Email,
    Site,
    TimeZone,
    Employment,
    Skills,
    Logins,
    Attributes,
}
