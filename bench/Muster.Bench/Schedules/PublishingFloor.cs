using Muster.Testing;
using Npgsql;

namespace Muster.Bench.Schedules;

/// <summary>
/// The least that a publish has to do: one transaction that writes so many rows and notifies, and four listeners that
/// read them when they hear of it.
/// </summary>
internal sealed class PublishingFloor : IAsyncDisposable
{
    private const int Listeners = 4;

    private readonly List<NpgsqlConnection> _listeners = [];
    private readonly NpgsqlConnection _writer;

    private PublishingFloor(NpgsqlConnection writer) => _writer = writer;

    public static async Task<PublishingFloor> OpenAsync(string connection, CancellationToken token)
    {
        await TestDatabase.ExecuteAsync(connection,
            "CREATE TABLE bench_day (LIKE muster.agent_day); CREATE INDEX ON bench_day (revision)");
        var floor = new PublishingFloor(await ConnectAsync(connection, token));
        for (var listener = 0; listener < Listeners; listener++)
        {
            var heard = await ConnectAsync(connection, token);
            await ExecuteAsync(heard, "LISTEN bench_floor", token);
            floor._listeners.Add(heard);
        }

        return floor;
    }

    /// <returns>Milliseconds until all listeners have read the rows.</returns>
    public async Task<double> PublishAsync(int rows, int revision, CancellationToken token)
    {
        var began = TimeProvider.System.GetTimestamp();
        var reading = _listeners.Select(listener => ReadAsync(listener, revision, token)).ToList();
        await using (var transaction = await _writer.BeginTransactionAsync(token))
        {
            await ExecuteAsync(_writer, $$"""
                INSERT INTO bench_day
                SELECT gen_random_uuid(), current_date, gen_random_uuid(), 1, {{revision}}, '{480,720}', '{510,30}',
                    '{0,1}', ARRAY[gen_random_uuid(), gen_random_uuid()]
                FROM generate_series(1, {{rows}});
                NOTIFY bench_floor
                """, token);
            await transaction.CommitAsync(token);
        }

        await Task.WhenAll(reading);
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        foreach (var listener in _listeners)
        {
            await listener.DisposeAsync();
        }
    }

    private static async Task ReadAsync(NpgsqlConnection listener, int revision, CancellationToken token)
    {
        await listener.WaitAsync(token);
        await using var command = new NpgsqlCommand(
            $"SELECT agent_id, starts, minutes, layers, codes FROM bench_day WHERE revision = {revision}", listener);
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            reader.GetFieldValue<int[]>(1);
            reader.GetFieldValue<Guid[]>(4);
        }
    }

    private static async Task<NpgsqlConnection> ConnectAsync(string text, CancellationToken token)
    {
        var connection = new NpgsqlConnection(text);
        await connection.OpenAsync(token);
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(token);
    }
}
