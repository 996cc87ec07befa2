using NodaTime;

namespace Muster.Server.Scheduling.Plain;

/// <summary>Somebody to be scheduled.</summary>
/// <param name="WorkPlan">By its name.</param>
/// <param name="Groups">The planning groups that they can serve; absent: all.</param>
/// <param name="EmployedFrom">Absent: before the first day.</param>
/// <param name="EmployedTo">The first day without employment; absent: not known.</param>
public sealed record PlainEmployee(
    string Name, string WorkPlan, IReadOnlyList<string>? Groups = null, LocalDate? EmployedFrom = null,
    LocalDate? EmployedTo = null);
