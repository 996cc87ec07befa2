using NodaTime;

namespace Muster.Server.Demand;

/// <summary>An open interval of a plan.</summary>
/// <param name="Low">In one case of ten fewer come.</param>
/// <param name="High">In one case of ten more come.</param>
/// <param name="HandleSeconds">Mean; null when nobody knows.</param>
/// <param name="Required">Agents on queue; null when no goal is set.</param>
/// <param name="Scheduled">Agents to be paid so that those are on queue.</param>
public readonly record struct PlanInterval(
    OffsetDateTime Start,
    double Offered,
    double Low,
    double High,
    double? HandleSeconds,
    int? Required,
    int? Scheduled)
{
    /// <summary>What becomes of it with fewer agents than required; null when that is not asked.</summary>
    public OverloadedInterval? Overloaded { get; init; }
}
