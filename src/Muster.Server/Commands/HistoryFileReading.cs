using Muster.Domain.Outcomes;
using Muster.Domain.Sources;
using Muster.Forecasting.HandleTimes;
using Muster.Server.Demand;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>Reads a history file into its queues, in the command line's words.</summary>
internal sealed class HistoryFileReading(ForecastOrder order, ProgressTask? progress)
{
    private const int RowsPerStep = 10_000;

    private readonly SortedDictionary<string, QueueHistory> _queues = new(StringComparer.Ordinal);

    public async Task<ForecastResult> ReadAsync(CancellationToken token)
    {
        await using var stream = PlainFile.Open(order.File);
        try
        {
            var opened = await HistoryFile.OpenAsync(stream, order.Reading, token);
            using var file = opened.Refused is { } no
                ? throw new StartRefusedException(ForecastRefusal.Text(no)) : opened.Value;
            await CollectAsync(file, stream, token);
            progress?.Value(100);
            var wanted = Wanted(file);
            return new ForecastResult(file.Preview, wanted)
            {
                RowCount = file.RowCount,
                RejectedCount = file.RejectedCount,
                Rejected = file.Rejected,
                HandleTimes = HandleTimes(),
            };
        }
        catch (Exception refused) when (refused is SourceBrokenException or SourceAwayException)
        {
            throw new StartRefusedException(refused.Message);
        }
    }

    private async Task CollectAsync(HistoryFile file, FileStream stream, CancellationToken token)
    {
        await foreach (var row in file.ReadAsync(token))
        {
            if (!_queues.TryGetValue(row.Queue, out var queue))
            {
                _queues[row.Queue] = queue = new QueueHistory(row.Queue);
            }

            queue.Add(row, order.Request.Zone);
            if (file.RowCount % RowsPerStep == 0)
            {
                progress?.Value(100.0 * stream.Position / Math.Max(1, stream.Length));
            }
        }
    }

    private IReadOnlyList<QueueHistory> Wanted(HistoryFile file)
    {
        if (_queues.Count == 0)
        {
            throw new StartRefusedException($"No row of {order.File.Name} can be used: "
                + (file.Rejected.Count > 0 ? $"{file.Rejected[0]}" : "there is none.\nMaybe the export is empty."));
        }

        foreach (var name in order.Queues.Where(name => !_queues.ContainsKey(name)))
        {
            throw new StartRefusedException(
                $"--queue {name} is not in {order.File.Name}.",
                $"Maybe {NearestName.Of(name, _queues.Keys)} is meant.");
        }

        return [.. _queues.Values.Where(queue => order.Queues.Count == 0 || order.Queues.Contains(queue.Name))];
    }

    // Of all queues together: one with few contacts borrows from the others.
    private Dictionary<string, HandleTimeForecast> HandleTimes() => HandleTimeLearning
        .Learn(_queues.ToDictionary(queue => queue.Key, queue => queue.Value.HandleTimes))
        .Where(learned => learned.Contacts > 0)
        .ToDictionary(learned => learned.Type);
}
