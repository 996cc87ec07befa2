using Muster.Cluster.Streams;

namespace Muster.Server.Adherence.Today;

internal sealed partial class TodayFollowing
{
    [LoggerMessage(LogEvents.AdherenceLoaded, LogLevel.Information,
        "The adherence of {Agents} agents is judged up to place {Seq} of the log, read in {Milliseconds:0} ms.")]
    private partial void Loaded(int agents, long seq, double milliseconds);

    [LoggerMessage(LogEvents.AdherenceAway, LogLevel.Warning, "Adherence cannot be followed for now: {Problem}")]
    private partial void Away(string problem);

    [LoggerMessage(LogEvents.AdherenceBehind, LogLevel.Warning,
        "Adherence is not judged by {Position} of the schedules yet: it is not served until it is.")]
    private partial void Behind(ScopePosition position);

    [LoggerMessage(LogEvents.AdherenceFailed, LogLevel.Error,
        "Adherence cannot be judged here, and is read anew in a while.")]
    private partial void Failed(Exception fault);
}
