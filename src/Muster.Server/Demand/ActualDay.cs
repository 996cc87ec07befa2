using Muster.Forecasting.Results;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>A day that was forecast, as far as it is known what came.</summary>
public sealed record ActualDay(LocalDate Date, Horizon Horizon, IReadOnlyList<ActualInterval> Intervals)
{
    public double Actual => Intervals.Sum(interval => interval.Actual);

    public double Machine => Intervals.Sum(interval => interval.Machine);

    public double Layered => Intervals.Sum(interval => interval.Layered);
}
