using Muster.Forecasting.Staffing;

namespace Muster.Server.Demand;

/// <summary>How a forecast is to be staffed.</summary>
public sealed record StaffingRequest
{
    /// <summary>Null: no requirement is asked for.</summary>
    public StaffingGoals? Goals { get; init; }

    /// <summary>Mean time before people give up; null: nobody does.</summary>
    public double? PatienceSeconds { get; init; }

    public Shrinkage Shrinkage { get; init; } = Shrinkage.None;

    /// <summary>Mean handle time of queues whose history has none.</summary>
    public double? HandleSeconds { get; init; }
}
