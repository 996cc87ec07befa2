namespace Muster.Storage;

/// <summary>How to reach PostgreSQL.</summary>
/// <param name="ConnectionString">Npgsql's form; several hosts allowed, of which the writable one is used.</param>
/// <param name="ApplicationName">What pg_stat_activity shows.</param>
/// <param name="CommandTimeout">Client-side limit of every call that is not a named long job: a paused server enforces
/// none.</param>
/// <param name="MaxConnections">Upper bound of the pool.</param>
public sealed record DatabaseSettings(
    string ConnectionString,
    string ApplicationName,
    TimeSpan CommandTimeout,
    int MaxConnections)
{
    /// <summary>This node's name: the origin of the changes it writes.</summary>
    public string NodeName { get; init; } = ApplicationName;

    /// <summary>
    /// Whether a commit that moves a scope notifies other nodes through the database. Without it they learn of the
    /// change from the mesh, or from their next poll.
    /// </summary>
    public bool Notify { get; init; } = true;
}
