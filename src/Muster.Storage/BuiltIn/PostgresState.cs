namespace Muster.Storage.BuiltIn;

/// <summary>What the built-in server does now, and a sentence for people.</summary>
public sealed record PostgresState(PostgresStatus Status, string Sentence)
{
    internal static readonly PostgresState Starting = new(PostgresStatus.Starting, "PostgreSQL is starting.");

    internal static readonly PostgresState Restarting =
        new(PostgresStatus.Restarting, "PostgreSQL died and is being started again.");

    internal static readonly PostgresState Stopped = new(PostgresStatus.Stopped, "PostgreSQL has been stopped.");

    internal static PostgresState RunningAs(int process) =>
        new(PostgresStatus.Running, $"PostgreSQL runs as process {process}.");

    internal static PostgresState FailedBecause(string reason) => new(PostgresStatus.Failed, reason);
}
