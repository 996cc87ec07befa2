namespace Muster.Server.Host;

public sealed partial class MusterHost
{
    [LoggerMessage(LogEvents.Listening, LogLevel.Information,
        "Muster listens on {Urls}, {Milliseconds:0} ms after its start.")]
    private partial void Listening(string urls, double milliseconds);

    [LoggerMessage(LogEvents.Stopping, LogLevel.Information, "Muster is stopping; running requests are finished.")]
    private partial void Stopping();

    [LoggerMessage(LogEvents.Stopped, LogLevel.Information, "Muster has stopped.")]
    private partial void Stopped();
}
