using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.Models;

/// <summary>Which low-rank model is meant.</summary>
/// <param name="Factors">Profiles that make up a day: 1 to <see cref="DayFactors.Most"/>.</param>
/// <param name="HasCalendar">Whether <see cref="CalendarTerms"/> take part.</param>
/// <param name="HasYear">Whether the season and the trend of years take part.</param>
/// <param name="HalfLifeDays">After so many days a day counts half.</param>
/// <param name="IsLevelKept">
/// Whether the last deviation from the regression is expected to stay, or to be mostly gone after two weeks. Both are
/// found in practice: volumes that wander, and volumes that return.
/// </param>
internal sealed record LowRankShape(
    int Factors, bool HasCalendar, bool HasYear, double HalfLifeDays, bool IsLevelKept = false)
{
    /// <summary>Of a new deviation so much goes into the level.</summary>
    public double LevelRate => IsLevelKept ? 0.1 : 0.2;

    /// <summary>So much of the level is left a day later.</summary>
    public double Damping => IsLevelKept ? 0.99 : 0.95;
}
