namespace Muster.Forecasting.Models;

/// <summary>Which low-rank model is meant.</summary>
/// <param name="Factors">Profiles that make up a day: 1 to <see cref="DayFactors.Most"/>.</param>
/// <param name="HasCalendar">Whether <see cref="CalendarTerms"/> take part.</param>
/// <param name="HasYear">Whether the season and the trend of years take part.</param>
/// <param name="HalfLifeDays">After so many days a day counts half.</param>
internal sealed record LowRankShape(int Factors, bool HasCalendar, bool HasYear, double HalfLifeDays)
{
    /// <summary>Of the last known deviation from the regression so much is new each day.</summary>
    public double LevelRate { get; init; } = 0.2;

    /// <summary>So much of the deviation is left a day later.</summary>
    public double Damping { get; init; } = 0.95;
}
