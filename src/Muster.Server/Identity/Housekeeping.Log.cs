namespace Muster.Server.Identity;

public sealed partial class Housekeeping
{
    [LoggerMessage(LogEvents.HousekeepingDone, LogLevel.Debug,
        "Removed {Count} rows: expired sessions, tokens and kept answers, forgotten history.")]
    private partial void Done(int count);

    [LoggerMessage(LogEvents.HousekeepingFailed, LogLevel.Warning,
        "Expired rows stay for now: the database did not answer.")]
    private partial void Failed(Exception problem);
}
