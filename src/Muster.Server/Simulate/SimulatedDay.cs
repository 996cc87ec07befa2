using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>What came of a simulated day.</summary>
/// <param name="Until">How far it came.</param>
/// <param name="Queues">From the beginning of the day on, whatever part of it was sent.</param>
/// <param name="Scheduled">Agents with a shift.</param>
/// <param name="Sick">Of those.</param>
/// <param name="Late">Of those.</param>
/// <param name="LeavingEarly">Of those, by the end of the day.</param>
public sealed record SimulatedDay(
    LocalDate Day, ZonedDateTime Until, IReadOnlyList<SimulatedQueue> Queues, int Scheduled, int Sick, int Late,
    int LeavingEarly);
