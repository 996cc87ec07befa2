using NodaTime;

namespace Muster.Server.Demo.People;

/// <summary>Somebody who works in the demonstration's centre, by the names of what they have.</summary>
/// <param name="Skills">With a level of 0 to 100 each.</param>
public sealed record CentreAgent(
    string EmployeeNumber, string FirstName, string LastName, string Team, string WorkPlan,
    IReadOnlyList<(string Skill, int Level)> Skills, LocalDate HiredOn)
{
    public string? UserName { get; init; }
}
