using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>What a version of the published schedules made of a day.</summary>
/// <param name="Before">As it was; null: it had never been published.</param>
public sealed record DayChange(long Version, LocalDate Day, DayContent? Before, DayContent After);
