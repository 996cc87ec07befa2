using Muster.Testing;
using Npgsql;
using NpgsqlTypes;

namespace Muster.Bench.Events;

/// <summary>The least that has to be done: the log's rows by binary COPY, in transactions of twenty thousand.</summary>
internal sealed class IngestFloor : IAsyncDisposable
{
    private const int RowsAtOnce = 20_000;
    private const int Rows = 160_000;

    private readonly NpgsqlConnection _connection;
    private readonly Guid[] _agents =
        [.. Enumerable.Range(0, 100_000).Select(_ => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()))];

    private long _seq;

    private IngestFloor(NpgsqlConnection connection) => _connection = connection;

    public static async Task<IngestFloor> OpenAsync(string connection, CancellationToken token)
    {
        await TestDatabase.ExecuteAsync(connection,
            "CREATE TABLE bench_log (LIKE muster.event_log INCLUDING ALL); "
            + "CREATE TABLE bench_plain (LIKE muster.event_log)");
        var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync(token);
        return new IngestFloor(opened);
    }

    /// <returns>Rows a second.</returns>
    public async Task<double> CopyAsync(string table, CancellationToken token)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var done = 0; done < Rows; done += RowsAtOnce)
        {
            await using var transaction = await _connection.BeginTransactionAsync(token);
            await using (var importer = await _connection.BeginBinaryImportAsync(
                $"COPY {table} (seq, received_at, source, run, position, at, agent_id, state, content) "
                    + "FROM STDIN (FORMAT BINARY)", token))
            {
                var now = TimeProvider.System.GetUtcNow().UtcDateTime;
                for (var row = 0; row < RowsAtOnce; row++)
                {
                    await WriteAsync(importer, now, token);
                }

                await importer.CompleteAsync(token);
            }

            await transaction.CommitAsync(token);
        }

        return Rows / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task WriteAsync(NpgsqlBinaryImporter importer, DateTime now, CancellationToken token)
    {
        _seq++;
        await importer.StartRowAsync(token);
        await importer.WriteAsync(_seq, NpgsqlDbType.Bigint, token);
        await importer.WriteAsync(now, NpgsqlDbType.TimestampTz, token);
        await importer.WriteAsync((int)(_seq % 4), NpgsqlDbType.Integer, token);
        await importer.WriteAsync(1, NpgsqlDbType.Integer, token);
        await importer.WriteAsync(_seq, NpgsqlDbType.Bigint, token);
        await importer.WriteAsync(now, NpgsqlDbType.TimestampTz, token);
        await importer.WriteAsync(_agents[(int)(_seq * 7919 % _agents.Length)], NpgsqlDbType.Uuid, token);
        await importer.WriteAsync(1, NpgsqlDbType.Integer, token);
        await importer.WriteAsync(_seq * 31, NpgsqlDbType.Bigint, token);
    }
}
