namespace Muster.Forecasting.Staffing;

/// <summary>What arrives in an interval, and how many agents are there for it.</summary>
public sealed record StaffedInterval(Workload Work, int Agents);
