using Muster.Domain.Outcomes;
using Muster.Forecasting.History;
using Muster.Forecasting.Results;

namespace Muster.Forecasting.Tests;

/// <summary>Forecasts as a user asks for them.</summary>
internal static class Asked
{
    public static Outcome<Forecast> Try(IntervalSeries history, ForecastRequest? request = null) =>
        Forecaster.Forecast(history, request ?? new ForecastRequest(), null, CancellationToken.None);

    public static Forecast Forecast(IntervalSeries history, ForecastRequest? request = null) =>
        Try(history, request).Value;

    public static FieldError Refused<T>(Outcome<T> outcome) =>
        Assert.Single(Assert.IsType<Refusal.Invalid>(outcome.Refused).Errors);
}
