using NodaTime;

namespace Muster.Server.Demand;

/// <summary>What came on a day.</summary>
/// <param name="Offered">In all.</param>
/// <param name="Volumes">
/// By interval on the clock, from midnight on; null where nothing is known. Of one that clocks show twice, the mean.
/// </param>
public sealed record KnownDay(LocalDate Date, double Offered, IReadOnlyList<double?> Volumes);
