using System.Globalization;
using Muster.Bench.Stage;
using NodaTime;
using Npgsql;

namespace Muster.Bench.Adherence;

/// <summary>A node in this process, a unit of five thousand agents, and results of many days.</summary>
internal sealed class HistoryStage : IAsyncDisposable
{
    public const int Agents = 5_000;

    private const int BlockBytes = 128 * 1024;

    private static readonly LocalDate First = new(2025, 1, 1);

    private readonly string _connection;
    private readonly OneNode _node;
    private readonly Guid _unit;

    private HistoryStage(string connection, OneNode node, Guid unit) =>
        (_connection, _node, _unit) = (connection, node, unit);

    public static async Task<HistoryStage> SetAsync(string connection, CancellationToken token)
    {
        var node = await OneNode.StartAsync(connection, [("Server:Roles", "server")], token);
        var hired = await Workforce.HireAsync(node.Database, units: 1, Agents, token);
        return new HistoryStage(connection, node, hired.Units[0].Id.Value);
    }

    /// <summary>Eight and a half hours of every agent on each of the days, and six exceptions.</summary>
    /// <returns>How many intervals.</returns>
    public async Task<long> StoreAsync(int days, CancellationToken token)
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync(token);
        var stored = 0L;
        for (var from = First; from < First.PlusDays(days); from = from.PlusMonths(1))
        {
            var end = LocalDate.Min(from.PlusMonths(1), First.PlusDays(days)).PlusDays(-1);
            var (first, last) = (Text(from), Text(end));
            await RunAsync(connection, $"""
                SELECT muster.make_adherence_partition('adherence_interval', 'starts_at', '{first}'),
                    muster.make_adherence_partition('adherence_exception', 'day', '{first}')
                """, token);
            stored += await RunAsync(connection, $"""
                INSERT INTO muster.adherence_interval
                SELECT a.id, d + interval '7 hours' + q * interval '15 minutes', 840, 60, 0, 0, 0, 0, 0, 900, 900, 850,
                    840, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
                FROM generate_series('{first} 00:00Z'::timestamptz, '{last} 00:00Z', '1 day') d,
                    generate_series(0, 33) q, muster.agent a
                """, token);
            await RunAsync(connection, $"""
                INSERT INTO muster.adherence_exception
                SELECT a.id, d::date, d + (7 + n) * interval '1 hour', d + (7 + n) * interval '1 hour 1 minute', 'out',
                    'negative', 'not_on_queue', NULL, 'break', 'acd', 'break', NULL, 1, NULL, NULL
                FROM generate_series('{first}'::timestamp, '{last}', '1 day') d, generate_series(1, 6) n, muster.agent a
                """, token);
        }

        await RunAsync(connection, $"""
            INSERT INTO muster.adherence_position
                (timeline, seen, log_seq, schedules, terms, heard, read_at, until, first_day)
            VALUES (1, 1, 1, 1, 1, '{"{}"}', now(), '{Text(First.PlusDays(days))} 00:00Z', '{Text(First)}')
            """, token);
        await RunAsync(connection, "ANALYZE muster.adherence_interval, muster.adherence_exception", token);
        return stored;
    }

    /// <returns>Seconds, lines of text, and bytes.</returns>
    public async Task<(double Seconds, long Lines, long Bytes)> ExportAsync(
        (string List, string By, string Format) what, int days, CancellationToken token)
    {
        var by = what.By.Length > 0 ? $"&by={what.By}" : "";
        var path = $"/api/v2/wfm/adherence/{what.List}?unit_id={_unit}&from={Text(First)}"
            + $"&to={Text(First.PlusDays(days - 1))}{by}&format={what.Format}";
        var began = TimeProvider.System.GetTimestamp();
        await using var answer = await _node.Client.GetStreamAsync(new Uri(path, UriKind.Relative), token);
        var (block, lines, bytes) = (new byte[BlockBytes], 0L, 0L);
        while (await answer.ReadAsync(block, token) is > 0 and var count)
        {
            bytes += count;
            lines += what.Format == "csv" ? block.AsSpan(0, count).Count((byte)'\n') : 0;
        }

        return (TimeProvider.System.GetElapsedTime(began).TotalSeconds, lines, bytes);
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private static string Text(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteNonQueryAsync(token);
    }
}
