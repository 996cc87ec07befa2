namespace Muster.Forecasting.Ranges;

/// <summary>One way in which the coming days may turn out.</summary>
/// <param name="DayFactors">By day of the forecast: the day's mean as a multiple of its forecast.</param>
/// <param name="Volumes">By day and interval on the clock.</param>
public sealed record Scenario(IReadOnlyList<double> DayFactors, IReadOnlyList<double[]> Volumes);
