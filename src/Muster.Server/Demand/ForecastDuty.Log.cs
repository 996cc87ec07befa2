namespace Muster.Server.Demand;

public sealed partial class ForecastDuty
{
    [LoggerMessage(LogEvents.ForecastingAway, LogLevel.Warning, "Forecasts wait: {Reason}")]
    private partial void Away(string reason);

    [LoggerMessage(LogEvents.ForecastingBack, LogLevel.Information, "Forecasts go on: the database answers again.")]
    private partial void Back();

    [LoggerMessage(LogEvents.ForecastFailed, LogLevel.Error, "The forecast {Name} could not be made.")]
    private partial void Failed(Exception fault, string name);
}
