namespace Muster.Server.Api.Demand;

/// <summary>What came in one interval of a queue.</summary>
/// <param name="Queue">As the queues of planning groups name it.</param>
/// <param name="Start">When it began, with its offset: "2026-03-02T09:15:00+01:00".</param>
/// <param name="Handled">Of those offered; absent: not told.</param>
/// <param name="HandleSeconds">Of all handled together, after-call work included; absent: not told.</param>
public sealed record HistoryRowBody(
    string Queue, DateTimeOffset Start, double Offered, double? Handled = null, double? HandleSeconds = null);
