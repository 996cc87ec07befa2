using Muster.Forecasting.Staffing;

namespace Muster.Server.Demand;

/// <summary>An interval when no more than so many agents are there.</summary>
/// <param name="Agents">On queue: as required, or as many as there are.</param>
public sealed record OverloadedInterval(int Agents, CarryOverRow Row);
