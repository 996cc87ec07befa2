using NodaTime;

namespace Muster.Domain.People;

/// <summary>Days of employment, half-open; who came and went on one day has an empty one.</summary>
/// <param name="End">The first day without employment; null while no end is known.</param>
public sealed record EmploymentPeriod(LocalDate Start, LocalDate? End, string? EmployeeNumber)
{
    public bool Contains(LocalDate day) => day >= Start && (End is null || day < End);
}
