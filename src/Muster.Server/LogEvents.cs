namespace Muster.Server;

/// <summary>The ids of every log message of this project: 1000 to 1999.</summary>
internal static class LogEvents
{
    public const int Listening = 1000;
    public const int Stopping = 1001;
    public const int Stopped = 1002;
    public const int FirstAdministrator = 1003;
    public const int DatabaseReady = 1004;

    public const int RequestFailed = 1100;
    public const int DatabaseAway = 1101;

    public const int SignedIn = 1200;
    public const int SignInRefused = 1201;

    public const int HousekeepingDone = 1300;
    public const int HousekeepingFailed = 1301;

    public const int ClusterJoined = 1400;
    public const int ScopeLoaded = 1401;
    public const int MeshOff = 1402;
    public const int LeaseTaken = 1403;
    public const int LeaseLost = 1404;
    public const int StaleFound = 1405;

    public const int SourceFailed = 1500;
    public const int SourceRunFailed = 1501;
    public const int SourcesUnknown = 1502;
    public const int FollowingFailed = 1503;
    public const int FollowingBroken = 1504;
    public const int SourcesKnown = 1505;

    public const int ForecastingAway = 1600;
    public const int ForecastFailed = 1601;
    public const int HistoryNotSettled = 1602;
    public const int ForecastingBack = 1603;

    public const int BuildingAway = 1700;
    public const int BuildFailed = 1701;
    public const int BuildingBack = 1702;

    public const int AdherenceLoaded = 1800;
    public const int AdherenceAway = 1801;
    public const int AdherenceBehind = 1802;
    public const int AdherenceFailed = 1803;
    public const int ResultsAway = 1804;
    public const int ResultsFailed = 1805;
    public const int RecountFailed = 1806;
}
