namespace Muster.Storage.BuiltIn;

public enum PostgresStatus
{
    Starting,
    Running,
    Restarting,
    Failed,
    Stopped,
}
