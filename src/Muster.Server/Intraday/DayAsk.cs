using Muster.Domain.Demand;
using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>Which day is looked at, of what.</summary>
/// <param name="Group">Null: all.</param>
/// <param name="Forecast">Null: the latest that has the day.</param>
/// <param name="Date">Null: today.</param>
public sealed record DayAsk(PlanningGroupId? Group, ForecastId? Forecast, LocalDate? Date)
{
    /// <summary>Whether the caller may know who is scheduled.</summary>
    public bool SeesSchedules { get; init; }

    /// <summary>Whether the caller may know who is on queue.</summary>
    public bool SeesAdherence { get; init; }

    /// <summary>Whether the caller may know the tenant's queues that belong to no unit.</summary>
    public bool SeesQueues { get; init; }
}
