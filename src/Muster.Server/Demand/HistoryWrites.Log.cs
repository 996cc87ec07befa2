namespace Muster.Server.Demand;

public sealed partial class HistoryWrites
{
    [LoggerMessage(LogEvents.HistoryNotSettled, LogLevel.Information,
        "The database has not counted the new history yet, and will by itself: {Reason}")]
    private partial void NotSettled(string reason);
}
