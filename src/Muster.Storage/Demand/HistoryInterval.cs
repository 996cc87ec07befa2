namespace Muster.Storage.Demand;

/// <summary>What came in one interval of a queue.</summary>
/// <param name="At">When it began.</param>
/// <param name="Handled">Of those offered; null: not told.</param>
/// <param name="HandleSeconds">Of all handled together, after-call work included; null: not told.</param>
public sealed record HistoryInterval(
    string Queue, DateTimeOffset At, int Minutes, double Offered, double? Handled, double? HandleSeconds);
