using Microsoft.Extensions.Logging;

namespace Muster.Storage.Streams;

public sealed partial class ChangeListener
{
    [LoggerMessage(LogEvents.Listening, LogLevel.Debug, "Listening to the database.")]
    private partial void Listening();

    // Debug: the poll goes on meanwhile, and whoever polls says that the database is away.
    [LoggerMessage(LogEvents.ListeningEnded, LogLevel.Debug, "Listening to the database ended: {Reason}")]
    private partial void Ended(string reason);

    [LoggerMessage(
        LogEvents.NotificationNotRead, LogLevel.Debug, "A notification that is not of Muster: {Payload}")]
    private partial void NotRead(string payload);
}
