namespace Muster.Storage;

/// <summary>The ids of every log message of this project: 2000 to 2999.</summary>
internal static class LogEvents
{
    // 2000-2099: the built-in PostgreSQL.
    public const int ClusterCreated = 2000;
    public const int PostgresRunning = 2001;
    public const int PostgresStopped = 2002;
    public const int PostgresDied = 2003;
    public const int PostgresRestartFailed = 2004;
    public const int LeftoversReaped = 2005;
    public const int PostgresSaid = 2006;
    public const int PostgresWarned = 2007;
    public const int PostgresPanicked = 2008;
    public const int SpaceLow = 2009;
    public const int SpaceEnough = 2010;
    public const int BallastReleased = 2011;
    public const int BallastNotMade = 2012;
    public const int StillStarting = 2013;

    // 2100-2199: migrations.
    public const int MigrationApplied = 2100;

    // 2200-2299: listening to the database.
    public const int Listening = 2200;
    public const int ListeningEnded = 2201;
    public const int NotificationNotRead = 2202;
}
