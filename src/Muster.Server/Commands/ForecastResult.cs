using Muster.Forecasting.HandleTimes;
using Muster.Server.Demand;

namespace Muster.Server.Commands;

/// <summary>What came of <c>muster forecast</c>.</summary>
/// <param name="Queues">Those that were asked for, in the order of their names.</param>
internal sealed record ForecastResult(HistoryPreview Preview, IReadOnlyList<QueueHistory> Queues)
{
    public required long RowCount { get; init; }

    public required long RejectedCount { get; init; }

    public required IReadOnlyList<RejectedHistoryRow> Rejected { get; init; }

    public required IReadOnlyDictionary<string, HandleTimeForecast> HandleTimes { get; init; }

    public IReadOnlyList<QueuePlan> Plans { get; init; } = [];

    /// <summary>Queues that could not be planned, with the reason.</summary>
    public IReadOnlyList<(string Queue, string Reason)> Refused { get; init; } = [];
}
