using NodaTime;

namespace Muster.Server.Commands;

/// <summary>What <c>muster staffing</c> is asked for.</summary>
/// <param name="Forecast">Its name, or its id.</param>
/// <param name="From">Null: from midnight.</param>
/// <param name="To">Null: to midnight.</param>
/// <param name="Groups">Empty: people by their skills.</param>
/// <param name="Calls">To be simulated of each staffing; null: as many as is usual.</param>
internal sealed record StaffingOrder(
    string Forecast, LocalDate Date, LocalTime? From, LocalTime? To, IReadOnlyList<StaffingGroup> Groups,
    int? Calls, double? VolumePercent)
{
    public bool IsJson { get; init; }
}
