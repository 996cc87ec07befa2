using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>What came on a day.</summary>
/// <param name="Volumes">By interval on the clock, from midnight on; null where nothing is known.</param>
public sealed record HistoryDayView(LocalDate Date, double Offered, IReadOnlyList<double?> Volumes);
