using System.Globalization;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Forecasting.History;
using Muster.Storage.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>History to be written. The same interval written again is the same row.</summary>
/// <param name="Minutes">Length of the intervals: 5, 10, 15, 20, 30 or 60.</param>
public sealed record HistoryBody(Guid BusinessUnitId, int Minutes, IReadOnlyList<HistoryRowBody> Rows)
{
    private const int MostRows = 50_000;
    private const double Most = 1e9;

    public Refusal? Check()
    {
        var checks = new FieldChecks()
            .That(IntervalSeries.Lengths.Contains(Minutes), "minutes",
                $"{Minutes} is not one of {string.Join(", ", IntervalSeries.Lengths)}.")
            .That(Rows.Count is >= 1 and <= MostRows, "rows", $"must be 1 to {MostRows}.\nMaybe send several parts.");
        foreach (var (index, row) in Rows.Take(MostRows).Index())
        {
            Check(checks, $"rows[{index}]", row);
        }

        var twice = Rows.GroupBy(row => (row.Queue, row.Start.UtcDateTime)).FirstOrDefault(same => same.Count() > 1);
        return checks.That(twice is null, "rows", string.Create(CultureInfo.InvariantCulture,
            $"has an interval twice: {twice?.Key.Queue} at {twice?.Key.UtcDateTime:u}.")).Refusal;
    }

    public IReadOnlyList<HistoryInterval> Intervals() =>
    [
        .. Rows.Select(row => new HistoryInterval(
            row.Queue, row.Start.ToUniversalTime(), Minutes, row.Offered, row.Handled, row.HandleSeconds)),
    ];

    private void Check(FieldChecks checks, string row, HistoryRowBody body) => PlannedQueue
        .CheckId(checks, $"{row}.queue", body.Queue)
        .That(Minutes <= 0 || (body.Start.Minute % Minutes == 0 && body.Start.Ticks % TimeSpan.TicksPerMinute == 0),
            $"{row}.start", $"{body.Start:O} is not where an interval of {Minutes} minutes begins.")
        .That(IsCount(body.Offered), $"{row}.offered", "must be 0 to 1000000000.")
        .That(IsCount(body.Handled), $"{row}.handled", "must be 0 to 1000000000.")
        .That(IsCount(body.HandleSeconds), $"{row}.handle_seconds", "must be 0 to 1000000000.");

    private static bool IsCount(double? value) => value is null or (>= 0 and <= Most);
}
