using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.Models;

/// <summary>
/// What a day's amounts of each profile are explained by, and how much each explanation is distrusted.
/// </summary>
internal sealed class DayRegressors(TrainingSet past, LowRankShape shape)
{
    private const double Year = 365.25;
    private const int YearWaves = 3;
    private const double WeekdayPenalty = 0.1;
    private const double CalendarPenalty = 1;
    private const double YearPenalty = 5;

    private int Count => 8 + (shape.HasCalendar ? CalendarTerms.Count : 0) + (shape.HasYear ? 1 + 2 * YearWaves : 0);

    /// <summary>The mean is free but for rounding; weekdays nearly so.</summary>
    public double[] Penalties() => [.. Enumerable.Range(0, Count).Select(place =>
        place == 0 ? 1e-6
        : place < 8 ? WeekdayPenalty
        : shape.HasCalendar && place < 8 + CalendarTerms.Count ? CalendarPenalty
        : YearPenalty)];

    public double[] Of(int day)
    {
        var regressors = new double[Count];
        regressors[0] = 1;
        regressors[1 + DayNumber.Weekday(day)] = 1;
        var next = 8;
        if (shape.HasCalendar)
        {
            past.Terms(day).CopyTo(regressors, next);
            next += CalendarTerms.Count;
        }

        if (shape.HasYear)
        {
            regressors[next++] = (day - past.End) / Year;
            for (var wave = 1; wave <= YearWaves; wave++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * wave * day / Year);
                (regressors[next++], regressors[next++]) = (sin, cos);
            }
        }

        return regressors;
    }
}
