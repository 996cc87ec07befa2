namespace Muster.Server.Adherence.Results;

internal sealed partial class AggregatorDuty
{
    [LoggerMessage(LogEvents.ResultsAway, LogLevel.Warning, "Results of adherence cannot be stored for now: {Problem}")]
    private partial void Away(string problem);

    [LoggerMessage(LogEvents.ResultsFailed, LogLevel.Error,
        "Results of adherence cannot be stored here, and are tried again in a while.")]
    private partial void Failed(Exception fault);
}
