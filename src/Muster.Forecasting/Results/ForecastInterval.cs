using Muster.Forecasting.Ranges;
using NodaTime;

namespace Muster.Forecasting.Results;

/// <summary>An interval that will happen, and what will come in it.</summary>
/// <param name="Start">When it begins; each interval of elapsed time is there once.</param>
/// <param name="P50">The forecast itself.</param>
public readonly record struct ForecastInterval(Instant Start, double P50, VolumeRange Range, bool IsOpen);
