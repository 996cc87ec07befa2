namespace Muster.Server.Scheduling;

public sealed partial class BuilderPool
{
    [LoggerMessage(LogEvents.BuildingAway, LogLevel.Warning, "Builds wait: {Reason}")]
    private partial void Away(string reason);

    [LoggerMessage(LogEvents.BuildingBack, LogLevel.Information, "Builds go on: the database answers again.")]
    private partial void Back();

    [LoggerMessage(LogEvents.BuildFailed, LogLevel.Error, "The part {Part} could not be built.")]
    private partial void Failed(Exception fault, string part);
}
