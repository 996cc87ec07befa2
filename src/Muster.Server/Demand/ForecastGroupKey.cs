using Muster.Domain.Demand;
using Muster.Domain.Organization;

namespace Muster.Server.Demand;

/// <summary>Which part of which forecast.</summary>
public readonly record struct ForecastGroupKey(ForecastId Forecast, PlanningGroupId Group);
