using Muster.Server.Demand;

namespace Muster.Server.Commands;

/// <summary>What <c>muster forecast</c> was asked for.</summary>
/// <param name="Queues">Only these; empty: all.</param>
internal sealed record ForecastOrder(
    FileInfo File,
    HistoryFileOptions Reading,
    PlanRequest Request,
    IReadOnlyList<string> Queues,
    FileInfo? Out,
    bool IsJson);
