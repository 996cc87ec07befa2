namespace Muster.Storage.Demand;

/// <summary>What came to several queues together in intervals that began at the same time.</summary>
/// <param name="Minutes">Length of the interval: of one time there may be several sums, one for each length.</param>
/// <param name="Handled">Of those contacts whose handle time is told; 0 when none is.</param>
/// <param name="HandleSeconds">Of these together, after-call work included.</param>
public readonly record struct HistorySum(
    DateTimeOffset At, int Minutes, double Offered, double Handled, double HandleSeconds);
