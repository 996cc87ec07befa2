namespace Muster.Server.Demo.Content;

/// <summary>The people of a management unit.</summary>
/// <param name="FirstNumber">The first of their employee numbers.</param>
/// <param name="Teams">Whoever's row names no teams is in one of these, in turn.</param>
/// <param name="FirstAgent">Who the first of them is; null: somebody.</param>
/// <param name="Supervisor">User name of the account that may see this unit and no other; null: nobody's.</param>
public sealed record UnitContent(
    string Name,
    int FirstNumber,
    IReadOnlyList<string> Teams,
    IReadOnlyList<CrewContent> Crew,
    NamedAgentContent? FirstAgent = null,
    string? Supervisor = null)
{
    public int Agents => Crew.Sum(row => row.Agents);
}
