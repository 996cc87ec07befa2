namespace Muster.Forecasting.Staffing;

/// <summary>What arrives in an interval, how it is to be served, and how much of paid time is lost.</summary>
public sealed record IntervalDemand(Workload Work, StaffingGoals Goals)
{
    public Shrinkage Shrinkage { get; init; } = Shrinkage.None;
}
