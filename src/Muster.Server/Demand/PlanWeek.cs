using NodaTime;

namespace Muster.Server.Demand;

/// <summary>A week of a plan.</summary>
public sealed record PlanWeek(LocalDate First, double Offered, TotalRange Range)
{
    /// <summary>The interval with the most contacts; null in a closed week.</summary>
    public PlanInterval? Busiest { get; init; }

    /// <summary>Most agents on queue at once; null without a goal.</summary>
    public int? PeakAgents { get; init; }

    public double PaidHours { get; init; }
}
