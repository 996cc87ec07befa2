using Muster.Forecasting.Staffing;

namespace Muster.Server.Demand;

/// <summary>How a forecast is to be staffed.</summary>
public sealed record StaffingRequest
{
    /// <summary>Null: no requirement is asked for.</summary>
    public StaffingGoals? Goals { get; init; }

    /// <summary>Mean time before people give up; null: nobody does.</summary>
    public double? PatienceSeconds { get; init; }

    /// <summary>
    /// Whether goals are to be met over days that turn out busier or quieter than forecast, as they did in the past.
    /// </summary>
    public bool UncertainDays { get; init; }

    /// <summary>How uncertain, against what was learned: standard deviation over mean.</summary>
    public double? DayVariation { get; init; }

    /// <summary>
    /// No more are on queue at once; what they do not serve waits for the next interval. Null: as many as it takes.
    /// </summary>
    public int? MostAgents { get; init; }

    public Shrinkage Shrinkage { get; init; } = Shrinkage.None;

    /// <summary>Mean handle time of queues whose history has none.</summary>
    public double? HandleSeconds { get; init; }
}
