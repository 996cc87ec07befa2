using Muster.Server.Demand;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>What came on a day, as far as it is known, and what had been said of the same intervals.</summary>
/// <param name="Intervals">How many are known.</param>
public sealed record ActualDayView(LocalDate Date, int Intervals, double Actual, double Machine, double Layered)
{
    public static ActualDayView Of(ActualDay day) => new(
        day.Date, day.Intervals.Count, day.Actual, Math.Round(day.Machine, 3), Math.Round(day.Layered, 3));
}
