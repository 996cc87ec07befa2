using Muster.Forecasting.Ranges;

namespace Muster.Forecasting.Intraday;

/// <summary>
/// How much of a day's deviation so far the rest of the day shares. When a part x of the day's forecast volume lies
/// behind, the rest is multiplied by 1 + k (ratio - 1) with k = Most x / (x + Half): nothing at opening time, more
/// with every hour. All of the deviation (k = 1) early in the day is worse than none.
/// </summary>
/// <param name="Most">What k would come to with endless evidence: 0 to 1.</param>
/// <param name="Half">The part of the day after which half of that is carried.</param>
public sealed record IntradayLaw(double Most, double Half)
{
    // As if so many days had shown the law for a queue without history.
    private const double PriorDays = 10;
    private const double WildestRatio = 3;
    private static readonly double[] Parts = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
    private static readonly double[] Halves = [0.02, 0.05, 0.1, 0.2, 0.4];
    private const int Steps = 20;

    /// <summary>For a queue without a history to learn from.</summary>
    public static IntradayLaw Default { get; } = new(0.8, 0.1);

    /// <summary>How much of the deviation is carried.</summary>
    /// <param name="part">Of the day's forecast volume, that lies behind: 0 to 1.</param>
    public double CarriedAt(double part) => part <= 0 ? 0 : Most * part / (part + Half);

    /// <summary>
    /// The law that would have served best on past days: smallest absolute error of the rest of the day, seen from
    /// eight points of each, drawn to <see cref="Default"/> while days are few.
    /// </summary>
    internal static IntradayLaw Learn(IReadOnlyList<RehearsedDay> days)
    {
        var views = days.Where(day => day.Total() is { Forecast: > 0, Ratio: > 1 / WildestRatio and < WildestRatio })
            .SelectMany(day => Parts.Select(part => View.Of(day, part))).ToArray();
        if (views.Length == 0)
        {
            return Default;
        }

        var best = Laws().MinBy(law => views.Sum(view => view.Error(law)))!;
        var weight = days.Count / (days.Count + PriorDays);
        return new IntradayLaw(
            weight * best.Most + (1 - weight) * Default.Most, weight * best.Half + (1 - weight) * Default.Half);
    }

    private static IEnumerable<IntradayLaw> Laws() =>
        from most in Enumerable.Range(0, Steps + 1)
        from half in Halves
        select new IntradayLaw((double)most / Steps, half);

    /// <summary>A past day seen from some point of it.</summary>
    private readonly record struct View(double Part, double Off, double ForecastRest, double ActualRest)
    {
        public static View Of(RehearsedDay day, double part)
        {
            var whole = day.Total().Forecast;
            var (said, came, restSaid, restCame) = (0.0, 0.0, 0.0, 0.0);
            foreach (var (actual, forecast) in day.Known)
            {
                if (said < part * whole)
                {
                    (said, came) = (said + forecast, came + actual);
                }
                else
                {
                    (restSaid, restCame) = (restSaid + forecast, restCame + actual);
                }
            }

            return new View(said / whole, came / said - 1, restSaid, restCame);
        }

        public double Error(IntradayLaw law) => ForecastRest == 0 ? 0
            : Math.Abs(ForecastRest * (1 + law.CarriedAt(Part) * Off) - ActualRest) / ForecastRest;
    }
}
