using Npgsql;

namespace Muster.Storage;

/// <summary>
/// The few connections over which a node says that it lives and learns what it has missed. Requests have none of them:
/// however many wait for a connection, this node stays a member.
/// </summary>
internal sealed class VitalSession(NpgsqlDataSource source) : SqlSession, IAsyncDisposable
{
    /// <summary>A beat, a poll of versions, and a pull.</summary>
    public const int MaxConnections = 3;

    public NpgsqlBatch Batch() => source.CreateBatch();

    public ValueTask DisposeAsync() => source.DisposeAsync();

    internal override NpgsqlCommand Command(string sql, params ReadOnlySpan<object?> values) =>
        source.CreateCommand(sql).With(values);
}
