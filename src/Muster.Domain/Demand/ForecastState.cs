namespace Muster.Domain.Demand;

/// <summary>How far a forecast is. Done, failed and cancelled are for ever.</summary>
public enum ForecastState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}
