using Microsoft.Extensions.Logging;

namespace Muster.Storage.BuiltIn;

internal static partial class BuiltInPostgresLog
{
    /// <summary>Passes on what the server says. Errors concern whoever caused them, who sees them.</summary>
    public static void Pass(this ILogger<BuiltInPostgres> logger, string line)
    {
        if (line.StartsWith("PANIC:", StringComparison.Ordinal))
        {
            logger.PostgresPanicked(line);
        }
        else if (line.StartsWith("WARNING:", StringComparison.Ordinal))
        {
            logger.PostgresWarned(line);
        }
        else
        {
            logger.PostgresSaid(line);
        }
    }

    [LoggerMessage(LogEvents.ClusterCreated, LogLevel.Information,
        "Made a PostgreSQL cluster in {Cluster} with the programs of {Programs}, run by the user {User}.")]
    public static partial void ClusterCreated(
        this ILogger<BuiltInPostgres> logger, string cluster, string programs, string user);

    [LoggerMessage(LogEvents.PostgresRunning, LogLevel.Information,
        "PostgreSQL of {Programs} runs as process {Process}, after {Milliseconds:0} ms.")]
    public static partial void PostgresRunning(
        this ILogger<BuiltInPostgres> logger, string programs, int process, double milliseconds);

    [LoggerMessage(LogEvents.PostgresStopped, LogLevel.Information, "PostgreSQL in {Cluster} has been stopped.")]
    public static partial void PostgresStopped(this ILogger<BuiltInPostgres> logger, string cluster);

    [LoggerMessage(LogEvents.PostgresDied, LogLevel.Error,
        "PostgreSQL, process {Process}, died and is started again. Its last words: {Said}")]
    public static partial void PostgresDied(this ILogger<BuiltInPostgres> logger, int process, string said);

    [LoggerMessage(LogEvents.PostgresRestartFailed, LogLevel.Error,
        "PostgreSQL could not be started again; the next try comes after {Delay}. {Reason}")]
    public static partial void PostgresRestartFailed(
        this ILogger<BuiltInPostgres> logger, TimeSpan delay, string reason);

    [LoggerMessage(LogEvents.LeftoversReaped, LogLevel.Warning,
        "Ended {Count} processes of {Cluster} that a Muster which did not stop in order had left running.")]
    public static partial void LeftoversReaped(this ILogger<BuiltInPostgres> logger, int count, string cluster);

    [LoggerMessage(LogEvents.PostgresSaid, LogLevel.Debug, "{Line}")]
    public static partial void PostgresSaid(this ILogger<BuiltInPostgres> logger, string line);

    [LoggerMessage(LogEvents.PostgresWarned, LogLevel.Warning, "{Line}")]
    public static partial void PostgresWarned(this ILogger<BuiltInPostgres> logger, string line);

    [LoggerMessage(LogEvents.PostgresPanicked, LogLevel.Critical, "{Line}")]
    public static partial void PostgresPanicked(this ILogger<BuiltInPostgres> logger, string line);

    [LoggerMessage(LogEvents.SpaceLow, LogLevel.Error, "{Sentence}")]
    public static partial void SpaceLow(this ILogger<BuiltInPostgres> logger, string sentence);

    [LoggerMessage(LogEvents.SpaceEnough, LogLevel.Information, "{Sentence}")]
    public static partial void SpaceEnough(this ILogger<BuiltInPostgres> logger, string sentence);

    [LoggerMessage(LogEvents.BallastReleased, LogLevel.Critical,
        "The disk is full: gave up the ballast of {Megabytes} MB in {Path} so that PostgreSQL can run for a while.")]
    public static partial void BallastReleased(this ILogger<BuiltInPostgres> logger, int megabytes, string path);

    [LoggerMessage(LogEvents.BallastNotMade, LogLevel.Warning,
        "No room for the ballast {Path}: only {FreeBytes} bytes are free.")]
    public static partial void BallastNotMade(this ILogger<BuiltInPostgres> logger, string path, long freeBytes);

    [LoggerMessage(LogEvents.StillStarting, LogLevel.Warning,
        "PostgreSQL is still starting, perhaps recovering from a crash. Its last words: {Said}")]
    public static partial void StillStarting(this ILogger<BuiltInPostgres> logger, string said);
}
