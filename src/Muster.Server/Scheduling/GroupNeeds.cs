using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Server.Scheduling;

/// <summary>How many people a planning group takes, by day and interval on the clock.</summary>
/// <param name="Minutes">Length of the intervals.</param>
/// <param name="Days">To be paid for, from midnight on; days that are not there take nobody.</param>
internal sealed record GroupNeeds(
    PlanningGroup Group, int Minutes, IReadOnlyDictionary<LocalDate, IReadOnlyList<double>> Days)
{
    public double At(LocalDate day, int minute) =>
        Days.TryGetValue(day, out var needs) ? needs[minute / Minutes] : 0;
}
