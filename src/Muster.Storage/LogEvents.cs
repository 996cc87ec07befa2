namespace Muster.Storage;

/// <summary>The ids of every log message of this project: 2000 to 2999.</summary>
internal static class LogEvents
{
    public const int MigrationApplied = 2100;
}
