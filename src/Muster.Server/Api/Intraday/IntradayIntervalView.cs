using Muster.Server.Intraday;

namespace Muster.Server.Api.Intraday;

/// <summary>An interval of a day. Agents are those on queue, on average over the interval.</summary>
/// <param name="Forecast">Of the morning; its service level is that of the required agents.</param>
/// <param name="Low">Of the 80 % range of contacts: as forecast again where it is to come, else as forecast.</param>
/// <param name="Actual">Null: it is not over, or not told wholly.</param>
/// <param name="Reforecast">
/// Of intervals to come, also in part; its service level is that of the scheduled agents.
/// </param>
/// <param name="RequiredAgain">By what is forecast again.</param>
public sealed record IntradayIntervalView(
    DateTimeOffset Start,
    bool Open,
    MeasuresView? Forecast,
    double? Low,
    double? High,
    MeasuresView? Actual,
    MeasuresView? Reforecast,
    double? Required,
    double? RequiredAgain,
    double? Scheduled,
    double? OnQueue,
    VarianceView Variance)
{
    public static IntradayIntervalView Of(IntradayInterval interval)
    {
        var range = interval.AgainRange ?? interval.Range;
        return new IntradayIntervalView(
            interval.Time.Start.ToDateTimeOffset(), interval.IsOpen, MeasuresView.Of(interval.Forecast),
            MeasuresView.Short(range?.Low), MeasuresView.Short(range?.High), MeasuresView.Of(interval.Actual),
            MeasuresView.Of(interval.Again), MeasuresView.Short(interval.Required),
            MeasuresView.Short(interval.RequiredAgain), MeasuresView.Short(interval.Scheduled),
            MeasuresView.Short(interval.OnQueue),
            VarianceView.Of(interval.Actual, interval.ForecastOfActual, interval.OnQueue, interval.Scheduled));
    }
}
