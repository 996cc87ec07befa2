using Npgsql;

namespace Muster.Storage;

/// <summary>Tells a database that is away for a moment from a mistake of ours.</summary>
public static class StorageTrouble
{
    /// <summary>
    /// Whether trying again later may help: connection lost, time-out, too many connections, shutting down.
    /// </summary>
    public static bool IsPassing(Exception problem) => problem switch
    {
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DiskFull } => true,
        NpgsqlException { IsTransient: true } => true,
        NpgsqlException { InnerException: TimeoutException or IOException or System.Net.Sockets.SocketException } =>
            true,
        PostgresException => false,
        NpgsqlException => true,
        TimeoutException => true,
        _ => false,
    };
}
