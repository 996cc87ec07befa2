using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>A day of a forecast.</summary>
/// <param name="Volumes">By interval on the clock, from midnight on.</param>
internal sealed record ForecastShareDay(LocalDate Date, IReadOnlyList<double> Volumes);
