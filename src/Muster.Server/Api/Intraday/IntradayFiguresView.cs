using Muster.Server.Intraday;

namespace Muster.Server.Api.Intraday;

/// <summary>A day in a few figures.</summary>
/// <param name="SoFar">What came in the intervals that are known.</param>
/// <param name="ForecastSoFar">What had been forecast for these.</param>
/// <param name="Day">What came, and the rest as forecast again: the day as it will have been.</param>
/// <param name="ForecastDay">As it was forecast before.</param>
/// <param name="Rest">As forecast again, with the agents who are scheduled; null: nothing is to come.</param>
/// <param name="PredictedServiceLevel">
/// Of the whole day, at its end: what was answered in time so far, and what the scheduled agents will. Null: nothing is
/// scheduled or forecast.
/// </param>
/// <param name="Required">Of the interval that it is now, by what is forecast again; so with what follows.</param>
public sealed record IntradayFiguresView(
    MeasuresView SoFar,
    MeasuresView? ForecastSoFar,
    MeasuresView Day,
    MeasuresView? ForecastDay,
    MeasuresView? Rest,
    double? PredictedServiceLevel,
    double? Required,
    double? Scheduled,
    double? OnQueue)
{
    // What is not reckoned at closing time matters to nobody.
    private const double Whole = 0.999;

    public static IntradayFiguresView Of(UnitDay day)
    {
        var all = day.Parts;
        var known = all.Where(interval => interval.Actual is not null).ToList();
        var came = ContactSums.Sum(known.Select(interval => interval.Actual!.Value));
        var rest = ContactSums.Sum(all.Select(interval => interval.Again ?? default));

        // Of an interval behind that nobody knows, what was forecast is taken.
        var holes = ContactSums.Sum(all.Where(interval => interval is { Actual: null, Again: null })
            .Select(interval => interval.Forecast ?? default));
        var now = day.Intervals.FirstOrDefault(interval => interval.Time.Contains(day.AsOf));
        var isForecast = day.Forecast is not null && all.Any(interval => interval.Forecast is not null);
        var whole = came + rest;
        var isServed = whole.WithinOf > 0 && came.WithinOf >= Whole * came.Offered
            && rest.WithinOf >= Whole * rest.Offered;
        return new IntradayFiguresView(
            MeasuresView.Of(came),
            isForecast ? MeasuresView.Of(Planned(known)) : null,
            MeasuresView.Of(whole) with { Offered = MeasuresView.Of(whole + holes).Offered },
            isForecast ? MeasuresView.Of(Planned(all)) : null,
            rest.Offered > 0 ? MeasuresView.Of(rest) : null,
            isServed && isForecast ? MeasuresView.Short(whole.ServiceLevel) : null,
            MeasuresView.Short(now?.RequiredAgain ?? now?.Required), MeasuresView.Short(day.Now?.Scheduled),
            MeasuresView.Short(day.Now?.OnQueue));
    }

    private static ContactSums Planned(IEnumerable<IntradayInterval> intervals) =>
        ContactSums.Sum(intervals.Select(interval => interval.Forecast ?? default));
}
