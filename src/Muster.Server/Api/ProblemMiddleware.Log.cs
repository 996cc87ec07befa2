namespace Muster.Server.Api;

public sealed partial class ProblemMiddleware
{
    [LoggerMessage(LogEvents.RequestFailed, LogLevel.Error, "{Method} {Path} failed (request {RequestId}).")]
    private partial void Failed(string method, string path, string requestId, Exception problem);

    // Without the stack: it is always the same, and while the database is away every request says so.
    [LoggerMessage(LogEvents.DatabaseAway, LogLevel.Warning,
        "{Method} {Path}: the database did not answer (request {RequestId}): {Reason}")]
    private partial void DatabaseAway(string method, string path, string requestId, string reason);
}
