using Muster.Cluster;
using Npgsql;

namespace Muster.Storage;

/// <summary>Tells a database that is away for a moment from a mistake of ours.</summary>
public static class StorageTrouble
{
    // The server ended a transaction whose client was paused.
    private const string IdleInTransaction = "25P03";
    private const string TransactionTooLong = "25P04";

    // The server was the primary a moment ago; the next connection goes to the one that is.
    private const string ReadOnly = "25006";

    // "Not now": a standby asked for what only a primary knows, or a database that lets nobody in yet.
    private const string NotInThisState = "55000";

    // Whoever joined was let in and found the database: that a server refuses the sign-in (class 28) or has no such
    // database is the trouble of a server that is being set up anew, or of passwords on their way. Before a node joins,
    // Database.CheckAsync refuses the start.
    private const string InvalidAuthorization = "28";

    /// <summary>
    /// Whether trying again later may help: connection lost, time-out, too many connections, shutting down.
    /// </summary>
    public static bool IsPassing(Exception problem) => problem switch
    {
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DiskFull } => true,
        StoreAwayException => true,
        PostgresException { SqlState: IdleInTransaction or TransactionTooLong or ReadOnly or NotInThisState } => true,
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => true,
        PostgresException refused when refused.SqlState.StartsWith(InvalidAuthorization, StringComparison.Ordinal) =>
            true,
        NpgsqlException { IsTransient: true } => true,
        NpgsqlException { InnerException: TimeoutException or IOException or System.Net.Sockets.SocketException } =>
            true,
        PostgresException => false,
        NpgsqlException => true,
        TimeoutException => true,
        _ => false,
    };

    /// <summary>Trouble in one line, with what is behind it.</summary>
    public static string Describe(Exception problem)
    {
        var (text, cause) = (problem.Message, problem.GetBaseException().Message);
        var all = text.Contains(cause, StringComparison.Ordinal) ? text : $"{text}: {cause}";
        return string.Join(
            ' ', all.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
