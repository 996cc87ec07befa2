using Muster.Forecasting.Ranges;
using NodaTime;

namespace Muster.Forecasting.Results;

/// <summary>An interval of the past, what came in it and what had been said.</summary>
/// <param name="Slot">Place on the clock, from 0 for midnight.</param>
public readonly record struct BacktestInterval(
    LocalDate Date, int Slot, double Actual, double Forecast, VolumeRange Range);
