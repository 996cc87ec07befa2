namespace Muster.Server.Api;

public sealed partial class ProblemMiddleware
{
    [LoggerMessage(LogEvents.RequestFailed, LogLevel.Error, "{Method} {Path} failed (request {RequestId}).")]
    private partial void Failed(string method, string path, string requestId, Exception problem);

    [LoggerMessage(LogEvents.DatabaseAway, LogLevel.Warning, "The database did not answer (request {RequestId}).")]
    private partial void DatabaseAway(string requestId, Exception problem);
}
